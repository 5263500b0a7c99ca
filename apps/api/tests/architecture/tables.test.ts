import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSources } from '../helpers/sources.ts';
import { modelsOf, tableAccesses, tablesIn } from '../helpers/tableAccess.ts';

const api = path.resolve(import.meta.dirname, '../..');
const schemaFolder = path.join(api, 'prisma/schema');
const schemas = readdirSync(schemaFolder)
  .filter((file) => file.endsWith('.prisma'))
  .map((file) => ({
    stem: file.replace('.prisma', ''),
    text: readFileSync(path.join(schemaFolder, file), 'utf8'),
  }));
const models = modelsOf(schemas.map(({ text }) => text).join('\n'));
const tables = new Set(models.values());
const sources = readSources(path.join(api, 'src'));
const accesses = tableAccesses(sources, models);

/** Triggers of the database write them. */
const DERIVED = 'database';

/** A table belongs to the folder that is named like its Prisma schema file; these have another owner. */
const OWNED_ELSEWHERE: Readonly<Record<string, string>> = {
  categories: 'catalogImport',
  category_prices: DERIVED,
  collections: 'catalogImport',
  locations: 'shopConfig',
  price_ranges: DERIVED,
  prices: 'catalogImport',
  product_categories: 'catalogImport',
  product_collections: 'catalogImport',
  product_images: 'catalogImport',
  product_options: 'catalogImport',
  products: 'catalogImport',
  refund_lines: 'payments',
  refund_transfers: 'payments',
  refunds: 'payments',
  search_words: DERIVED,
  shipping_options: 'shopConfig',
  shipping_rates: 'shopConfig',
  shipping_zones: 'shopConfig',
  stripe_events: DERIVED,
  tax_rates: 'shopConfig',
  variants: 'catalogImport',
};

const OWNERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    schemas.flatMap(({ stem, text }) => [...modelsOf(text).values()].map((table) => [table, stem])),
  ),
  ...OWNED_ELSEWHERE,
};

const MERGES = 'A merge makes the survivor the owner of what was the duplicate’s.';

const ERASES =
  'An erasure replaces what is personal; what it reaches stands in one place (personalData.ts).';

/** Other writers of a table, with the reason: "folder table". */
const WRITERS: Readonly<Record<string, string>> = {
  'profile users': "A customer's names and language are the user's.",
  'auth customers': 'A registration makes both sides of an account at once.',
  'catalogImport locations': "A shop without a location gets its first with the import's stock.",
  'catalogImport stock_levels': 'Thousands of levels by one statement, locked as checkouts lock.',
  'catalogImport stock_movements': 'Written with the levels that they add up to.',
  'dataRequests carts': ERASES,
  'dataRequests consents': ERASES,
  'dataRequests company_members': ERASES,
  'dataRequests credit_entries': ERASES,
  'dataRequests customer_addresses': ERASES,
  'dataRequests customer_group_members': ERASES,
  'dataRequests customers': ERASES,
  'dataRequests events': ERASES,
  'dataRequests files': ERASES,
  'dataRequests idempotency_keys': ERASES,
  'dataRequests invitations': ERASES,
  'dataRequests newsletter_requests': ERASES,
  'dataRequests order_history': ERASES,
  'dataRequests orders': ERASES,
  'dataRequests payments': ERASES,
  'dataRequests provider_events': ERASES,
  'dataRequests provider_sign_ins': ERASES,
  'dataRequests refund_transfers': ERASES,
  'dataRequests refunds': ERASES,
  'dataRequests saved_payment_methods': ERASES,
  'dataRequests saved_views': ERASES,
  'dataRequests sessions': ERASES,
  'dataRequests stripe_events': ERASES,
  'dataRequests uploads': ERASES,
  'dataRequests user_identities': ERASES,
  'dataRequests user_tokens': ERASES,
  'dataRequests users': ERASES,
  'customers carts': MERGES,
  'customers company_members': MERGES,
  'customers consents': MERGES,
  'customers credit_accounts': MERGES,
  'customers customer_addresses': MERGES,
  'customers files': MERGES,
  'customers orders': MERGES,
  'customers payment_customers': MERGES,
  'customers saved_payment_methods': MERGES,
  'customers uploads': MERGES,
  'customers sessions': 'A disabled or merged account is signed out.',
  'customers users': 'Staff disable and enable accounts.',
  'dataRequests backup_codes': ERASES,
  'dataRequests factor_attempts': ERASES,
  'dataRequests passkeys': ERASES,
  'dataRequests remembered_devices': ERASES,
  'dataRequests sign_in_challenges': ERASES,
  'dataRequests staff_preferences': ERASES,
  'dataRequests totp_secrets': ERASES,
  'dataRequests webauthn_challenges': ERASES,
  'dataRequests workflow_steps': ERASES,
  'dataRequests workflows': ERASES,
  'doctor credit_accounts': 'Counts a balance again from its ledger.',
  'doctor order_items': 'Counts what is refunded of a line again.',
  'doctor orders': 'Counts what is refunded of shipping again.',
  'doctor payments': "Counts a payment's figures again from its ledger.",
  'doctor stock_levels': 'Counts a level again from its movements and reservations.',
  'factors sessions': 'A session is fresh by the statement that follows the proof.',
  'imports uploads': 'An import keeps the upload whose file it reads.',
  'media product_images': 'Shows the file that was made of a picture.',
  'orders payments':
    'A checkout writes an order and its payments by one statement; payments stand above orders, so that orders cannot import a fragment of theirs.',
  'productImages product_images': 'Staff put the pictures of a product in order.',
  'productImages variants': 'Staff say which variants a picture shows.',
  'staff sessions': 'A person who is disabled, or gets another password, is signed out at once.',
  'staff users': 'Staff are made by invitation or command, and disabled, beside registration.',
};

/** Folders that may read any table, because they join tables for one purpose and write nothing. */
const READ_ALL: Readonly<Record<string, string>> = {
  dataRequests: 'Exports all that the shop has of a person.',
  doctor: 'Compares what the rooms have written.',
  mails: 'Reads what a mail says by one statement.',
  setup: 'Checks what a new shop still lacks.',
};

/** Other readers of a table, with the reason: folder → tables. */
const READERS: Readonly<Record<string, { tables: readonly string[]; why: string }>> = {
  apiKeys: {
    tables: ['users'],
    why: 'A key is limited by what its owner may do, in the one statement that finds it.',
  },
  audit: {
    tables: ['role_grants'],
    why: 'What happens to accounts of staff is recorded, and of no others.',
  },
  carts: {
    tables: [
      'order_items',
      'orders',
      'price_ranges',
      'prices',
      'products',
      'shipping_options',
      'shipping_rates',
      'shipping_zones',
      'stock_levels',
      'tax_rates',
      'variants',
    ],
    why: 'A cart with all that its price depends on is one statement.',
  },
  catalogImport: {
    tables: ['files'],
    why: 'A picture that is a file already is not stored again.',
  },
  catalogExport: {
    tables: [
      'categories',
      'collections',
      'files',
      'locations',
      'price_ranges',
      'prices',
      'product_categories',
      'product_collections',
      'product_images',
      'product_options',
      'products',
      'stock_levels',
      'variants',
    ],
    why: 'Gives out what the import has brought in, by one statement for each page.',
  },
  auth: {
    tables: [
      'api_keys',
      'carts',
      'company_members',
      'consents',
      'credit_accounts',
      'data_requests',
      'files',
      'orders',
      'payment_customers',
      'role_grants',
      'saved_payment_methods',
    ],
    why: 'A registration that has anything is not deleted as unused.',
  },
  factors: { tables: ['users'], why: 'Whose factors they are, and since when the password is.' },
  identity: {
    tables: ['customers', 'role_grants', 'sessions', 'users'],
    why: 'Who calls is one statement.',
  },
  customers: {
    tables: ['audit_entries', 'customer_group_members', 'data_requests', 'payments', 'role_grants'],
    why: 'Staff filter customers by these, and see them in a timeline; what keeps one from being merged.',
  },
  customerGroups: {
    tables: ['customers', 'orders', 'payments', 'users'],
    why: 'What rules of groups are about.',
  },
  companies: {
    tables: ['carts', 'customers', 'users'],
    why: 'A member is a customer who is neither merged nor erased, and whose carts approvers complete.',
  },
  credit: {
    tables: ['customers', 'users'],
    why: 'Credit is for a customer who is neither merged nor erased.',
  },
  consents: { tables: ['customers'], why: 'The address of the customer who agrees.' },
  media: {
    tables: ['customers', 'users'],
    why: 'A file is for a customer who is neither merged nor erased.',
  },
  inventory: {
    tables: ['locations', 'variants'],
    why: 'Stock is taken by the policy of its variant and in the order of locations.',
  },
  orders: {
    tables: [
      'credit_accounts',
      'customers',
      'refund_lines',
      'refund_transfers',
      'refunds',
      'users',
    ],
    why: 'An order is read with its refunds by one statement, counts what they refund of its lines, and comes to the one who proves its address from accounts that had not.',
  },
  checkout: {
    tables: ['saved_payment_methods'],
    why: 'Whether a card is of the customer who checks out.',
  },
  paymentMethods: { tables: ['customers'], why: 'Changes of one customer run one after another.' },
  payments: {
    tables: ['orders', 'saved_payment_methods'],
    why: 'A payment is read and locked with its order, and opened with a saved card.',
  },
  processes: {
    tables: ['products', 'role_grants', 'roles'],
    why: 'A demo without products is seeded, and one without an owner gets one.',
  },
  products: {
    tables: [
      'categories',
      'category_prices',
      'collections',
      'price_ranges',
      'prices',
      'product_categories',
      'product_collections',
      'product_options',
      'products',
      'stock_levels',
      'variants',
    ],
    why: 'The catalogue as shoppers read it; the import writes it.',
  },
  productImages: {
    tables: ['files', 'products'],
    why: 'A picture is read with its file; changes of a product run one after another.',
  },
  profile: { tables: ['customers'], why: 'A profile is of a customer, who is locked for changes.' },
  reconciliation: {
    tables: ['disputes', 'orders', 'payment_entries', 'payments', 'refund_transfers'],
    why: "Compares our records with a provider's lists.",
  },
  refunds: {
    tables: [
      'credit_accounts',
      'order_items',
      'orders',
      'payments',
      'refund_lines',
      'refund_transfers',
      'refunds',
    ],
    why: 'Shows refunds and plans them; payments writes them with the money that they move.',
  },
  roles: { tables: ['role_grants'], why: 'What someone may do is a part of other statements.' },
  shop: {
    tables: ['price_ranges', 'shipping_options', 'shipping_rates', 'shipping_zones', 'tax_rates'],
    why: 'The profile that a storefront begins with.',
  },
  shopConfig: {
    tables: ['carts', 'reservations', 'stock_levels', 'stock_movements'],
    why: 'What is in use is not removed.',
  },
  signInProviders: {
    tables: ['passkeys', 'users'],
    why: 'The last way to sign in is not removed.',
  },
  webhooks: { tables: ['audit_entries'], why: 'An event whose job staff discarded is closed.' },
};

/** Who writes the tables of graphile-worker, all but the queue by calling its functions in a statement. */
const QUEUE_WRITERS: Readonly<Record<string, string>> = {
  dataRequests: 'An erasure replaces an address in what jobs carry.',
  events: 'An event and the jobs of its subscribers are one statement.',
  jobs: 'Staff retry and discard jobs.',
  queue: 'Its own.',
  webhooks: 'A stored webhook and its job are one statement.',
};

/** Who reads them without writing. */
const QUEUE_READERS: Readonly<Record<string, string>> = {
  doctor: 'Looks for events whose job is lost.',
};

const roomOf = (file: string) =>
  /^services\/(\w+)[./]/.exec(file)?.[1] ?? file.slice(0, file.indexOf('/'));

const found = accesses.map(({ table, file, writes }) => ({ table, room: roomOf(file), writes }));
const isQueue = (table: string) => table.startsWith('graphile_worker.');
const named = (entries: readonly { room: string; table: string }[]) =>
  [...new Set(entries.map(({ room, table }) => `${room} ${table}`))].toSorted();

describe('Every table', () => {
  test('has an owner: the folder of its name, unless another is listed', () => {
    expect(Object.keys(OWNERS).toSorted()).toEqual([...tables].toSorted());
    const rooms = new Set([...sources.map(({ path: file }) => roomOf(file)), DERIVED]);
    expect(Object.entries(OWNERS).filter(([, owner]) => !rooms.has(owner))).toEqual([]);
    const needless = schemas.flatMap(({ stem, text }) =>
      [...modelsOf(text).values()].filter((table) => OWNED_ELSEWHERE[table] === stem),
    );
    expect(needless).toEqual([]);
  });

  test('is written only by its owner, and by those whose reason is listed', () => {
    const others = found.filter(
      ({ table, room, writes }) => writes && !isQueue(table) && OWNERS[table] !== room,
    );
    expect(named(others)).toEqual(Object.keys(WRITERS).toSorted());
  });

  test('is read only by its owner, and by those whose reason is listed', () => {
    const others = found.filter(
      ({ table, room, writes }) =>
        !writes &&
        !isQueue(table) &&
        OWNERS[table] !== room &&
        !(room in READ_ALL) &&
        !(`${room} ${table}` in WRITERS),
    );
    const listed = Object.entries(READERS).flatMap(([room, { tables }]) =>
      tables.map((table) => ({ room, table })),
    );
    expect(named(others)).toEqual(named(listed));
  });

  test('of the job queue is written and read by those whose reason is listed', () => {
    const ofQueue = found.filter(({ table }) => isQueue(table));
    const writers = new Set(ofQueue.filter(({ writes }) => writes).map(({ room }) => room));
    const readers = new Set(ofQueue.map(({ room }) => room).filter((room) => !writers.has(room)));
    expect([...writers].toSorted()).toEqual(Object.keys(QUEUE_WRITERS).toSorted());
    expect([...readers].toSorted()).toEqual(Object.keys(QUEUE_READERS).toSorted());
  });

  test('has a name that no CTE has', () => {
    const clashes = sources.flatMap(({ path: file, text }) =>
      [...text.matchAll(/\b(\w+) AS (?:NOT )?(?:MATERIALIZED )?\(/g)]
        .filter(([, name = '']) => tables.has(name))
        .map(([, name]) => `${file}: ${name}`),
    );
    expect(clashes).toEqual([]);
  });
});

test.each([
  [
    'SELECT * FROM orders o, order_items AS i JOIN payments p ON true',
    ['orders', 'order_items', 'payments'],
  ],
  [
    'SELECT orders.id, extract(epoch FROM now()) FROM "orders" WHERE a IS DISTINCT FROM b',
    ['orders'],
  ],
  ['INSERT INTO orders (id) SELECT 1 ON CONFLICT (id) DO UPDATE SET id = 1', ['orders!']],
  ['UPDATE orders o SET a = 1 FROM payments p WHERE p.id = o.id', ['orders!', 'payments']],
  ['DELETE FROM orders USING payments WHERE true', ['orders!', 'payments']],
  [
    'SELECT FROM graphile_worker.jobs, graphile_worker.add_job(1)',
    ['graphile_worker.jobs', 'graphile_worker.add_job!'],
  ],
  ["SELECT to_regprocedure('graphile_worker.add_jobs(json)')", []],
  ['SELECT 1 FROM moved m JOIN (SELECT 1) AS orders ON true FOR UPDATE OF m', []],
  ["import { orders } from './orders.ts'; // updates from orders", []],
])('The tables of %j are found', (sql, expected) => {
  const marked = tablesIn(sql, tables).map(({ table, writes }) => (writes ? `${table}!` : table));
  expect(marked).toEqual(expected);
});
