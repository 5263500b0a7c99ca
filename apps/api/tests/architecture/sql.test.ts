import path from 'node:path';
import { readSources } from '../helpers/sources.ts';

const sources = readSources(path.resolve(import.meta.dirname, '../../src'));

/** The files that may contain SQL, and why Prisma does not suffice there (docs/adr/0017). */
const WRITERS: Readonly<Record<string, string>> = {
  'services/apiKeys': 'A machine waits for it with each request whose key is not cached.',
  'services/audit': 'Written with acts that move money, and hashed where the doctor hashes it.',
  'services/auth':
    'Exchanges a refresh token once, and opens no session that a new password has ended.',
  'services/carts': 'A shopper waits for it, and conditional updates keep two tabs apart.',
  'services/catalogExport': 'A page of products with all that hangs on them is one statement.',
  'services/catalogImport': 'Thousands of rows by one statement.',
  'services/checkout': 'Locks of orders whose time is up.',
  'services/consents': 'One conditional statement keeps sign-ups to a mail an hour.',
  'services/companies': 'A lock, so that changes of a company run one after another.',
  'services/credit': 'Locks and balances.',
  'services/customerGroups': 'Finds who enters and leaves by a rule, and locks the group.',
  'services/customers': 'Figures beside each customer, and moves of a merge, each one statement.',
  'services/dataRequests': 'Reads and erases rows of twenty tables, each set by one statement.',
  'services/disputes': 'Written with the money that it takes back.',
  'services/doctor': 'Compares sums of whole tables on one snapshot.',
  'services/factors': 'A code counts once, and a try before its answer is looked at.',
  'services/health': 'Asks the server about itself.',
  'services/idempotency': 'One conditional statement claims a key.',
  'services/identity': 'Who calls: one statement for each request whose identity is not cached.',
  'services/imports': 'Conditional updates decide which run an import belongs to.',
  'services/inventory': 'Stock.',
  'services/invitations': 'A link is used once, also by two who come at the same time.',
  'services/jobs': "graphile-worker's tables, which are not in the schema.",
  'services/limits': 'One statement counts a request, before anything else looks at it.',
  'services/media': 'A conditional update for each picture of an import.',
  'services/orders': 'Transitions that only one of two racers makes.',
  'services/paymentMethods': 'A lock, so that cards have their limit and their default in a race.',
  'services/payments': 'Money.',
  'services/productImages': 'Places without a gap, under a lock; the read model of shoppers.',
  'services/products': 'The catalogue as shoppers read it.',
  'services/profile': 'A lock, so that an address book has its limit and its defaults in a race.',
  'services/queue': "graphile-worker's functions and tables.",
  'services/reconciliation': 'Compares ledgers with the lists of a provider.',
  'services/refunds':
    'Plans and reads refunds in transactions that have locked their order, each step of which a crash test interrupts by name.',
  'services/roles': 'Locks a role while it is checked.',
  'services/setup': 'Facts of ten tables in one statement.',
  'services/shop': 'A storefront reads it with each page.',
  'services/shopConfig': 'Locks tables.',
  'services/signInProviders':
    'Codes and states that only one of two racers takes; locks of people and ways to sign in.',
  'services/staff': 'Conditional changes of people, whose sessions end with them.',
  'services/webhooks': 'Keeps an event and queues its job in one statement.',
  'services/workflows': 'Conditional moves; SKIP LOCKED.',
  db: 'Declares statements.',
  events: 'Writes an event and its jobs in one statement.',
  mails: 'Each reads what it says in one statement; one follows each purchase.',
  processes: 'Asks before anything else is there.',
};

const roomOf = (file: string) =>
  /^services\/\w+(?=[./])/.exec(file)?.[0] ?? file.slice(0, file.indexOf('/'));

describe('Hand-written SQL', () => {
  test('is only in files for which a reason is listed', () => {
    const declaring = sources.filter(({ text }) =>
      /\b(?:s|composedS)tatement(<[^(]*>)?\(/.test(text),
    );
    const rooms = new Set(declaring.map(({ path: file }) => roomOf(file)));
    expect([...rooms].toSorted()).toEqual(Object.keys(WRITERS).toSorted());
  });

  test('does not load Prisma: the first call of its client does', () => {
    const ofPrisma = /^@prisma\/(client|adapter-pg)|^db\/generated\/client\.ts$/;
    const started = sources.filter(({ path: file }) => !file.startsWith('db/migrate/'));
    const loading = started.filter(({ imports }) =>
      imports.some(({ from, typeOnly }) => !typeOnly && ofPrisma.test(from)),
    );
    expect(loading.map(({ path: file }) => file)).toEqual([]);
  });
});
