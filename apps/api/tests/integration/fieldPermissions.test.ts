import { newId } from '../../src/kernel/ids.ts';
import { isStaffPermission } from '../../src/kernel/permissions.ts';
import type { Route } from '../../src/kernel/route.ts';
import { createProduct } from '../helpers/catalog.ts';
import { placeOrder, placePaidOrder } from '../helpers/orders.ts';
import { signInPerson } from '../helpers/people.ts';
import { recordScenes } from '../helpers/recordedScenes.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { sceneSettings } from '../scenes/scene.ts';

type Headers = Readonly<Record<string, string>>;

/** Members of an order that say who the customer is. */
interface Shown {
  readonly cartId: string | null;
  readonly email: string | null;
  readonly shippingAddress: object | null;
  readonly billingAddress: object | null;
}

/** What tells of a customer: an address, or the id of a guest's cart, which opens it. */
const PERSONAL = /@(?!localhost)|Analytical Row|Lovelace|97201|cart_[0-9a-z]{20}/;
/** These are allowed to tell of customers, of the shop's own people, or of companies. */
const TELLING = /^(?:customers:|staff:read$|audit:read$|companies:read$)/;

let shop: SalesApp;
let variantId = '';
const persons = new Map<string, Promise<Headers>>();
const swept: { operation: string; text: string }[] = [];

beforeAll(async () => {
  shop = await startSalesApp({ env: sceneSettings });
  await recordScenes(shop, async ({ route, path }) => {
    if (!isSwept(route)) return;
    const response = await fetch(shop.url + path, { headers: await withOnly(route.permission) });
    const text = await response.text();
    if (response.ok) swept.push({ operation: route.operationId, text });
  });
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 100 }] });
  variantId = variantIds[0] ?? '';
}, 300_000);
afterAll(() => shop.close());

const isSwept = ({ method, permission }: Route) =>
  method === 'get' && isStaffPermission(permission) && !TELLING.test(permission);

/** Someone of staff with these permissions and no others. */
function withOnly(...permissions: string[]): Promise<Headers> {
  const name = permissions.join();
  const known = persons.get(name);
  if (known) return known;
  const made = signInPerson(shop.container, { isCustomer: false, permissions }).then(
    ({ as }) => as,
  );
  persons.set(name, made);
  return made;
}

const place = () => placeOrder(shop, variantId, { provider: 'manual' });

const act = (as: Headers, orderId: string, verb: string, body: object = {}) =>
  shop.api
    .post(`/api/v1/admin/orders/${orderId}/${verb}`)
    .set({ ...as, 'Idempotency-Key': newId('request') })
    .send(body)
    .expect(200);

async function orderFor(...permissions: string[]): Promise<Shown> {
  const { orderId } = await place();
  const as = await withOnly('orders:read', ...permissions);
  const { body } = await shop.api.get(`/api/v1/admin/orders/${orderId}`).set(as).expect(200);
  return (body as { data: Shown }).data;
}

const hidden = { cartId: null, email: null, shippingAddress: null, billingAddress: null };

describe('Staff who may not read customers', () => {
  test('find nothing of them in the answer of any route that reads', () => {
    const telling = swept.filter(({ text }) => PERSONAL.test(text));
    expect(telling.map(({ operation, text }) => [operation, PERSONAL.exec(text)?.[0]])).toEqual([]);
    const operations = new Set(swept.map(({ operation }) => operation));
    expect([...operations]).toEqual(expect.arrayContaining(['getOrderAsStaff', 'listRefunds']));
    expect(operations.size).toBeGreaterThan(15);
  });

  test('get orders without what says who the customer is', async () => {
    expect(await orderFor()).toMatchObject(hidden);
  });

  test('get no more of it by changing the order', async () => {
    const answers = [
      await act(await withOnly('orders:cancel'), (await place()).orderId, 'cancel', {
        reason: 'A test',
      }),
      await act(await withOnly('orders:capture'), (await place()).orderId, 'mark-paid'),
    ];
    const { orderId } = await placePaidOrder(shop, variantId);
    answers.push(await act(await withOnly('orders:capture'), orderId, 'capture'));
    for (const { body, text } of answers) {
      expect((body as { data: Shown }).data).toMatchObject(hidden);
      expect(PERSONAL.exec(text)).toBeNull();
    }
  });

  test('get the address to ship to, and no other, if they may read that', async () => {
    const shown = await orderFor('shippingAddresses:read');
    expect(shown).toMatchObject({ ...hidden, shippingAddress: address });
    const packer = await signInPerson(shop.container, { isCustomer: false, role: 'fulfilment' });
    const { orderId } = await place();
    const { body } = await shop.api
      .get(`/api/v1/admin/orders/${orderId}`)
      .set(packer.as)
      .expect(200);
    expect((body as { data: Shown }).data).toMatchObject({
      ...hidden,
      shippingAddress: address,
    });
  });
});

test('Staff who may read customers get orders with all that they need to write to them', async () => {
  expect(await orderFor('customers:read')).toMatchObject({
    cartId: expect.stringMatching(/^cart_/) as string,
    email: 'ada@example.com',
    shippingAddress: address,
    billingAddress: address,
  });
});

test('A key gets what its own permissions open, not what its maker may read', async () => {
  const made = await shop.api
    .post('/api/v1/admin/machine-clients')
    .set(await withOnly('apiKeys:write', 'orders:read', 'customers:read'))
    .send({ name: 'A test', permissions: ['orders:read', 'customers:read'] })
    .expect(201);
  const { id, secret } = (made.body as { data: { id: string; secret: string } }).data;
  const { orderId } = await place();
  const read = async (scope: string) => {
    const { body } = await shop.api
      .post('/api/v1/auth/token')
      .type('form')
      .send({ grant_type: 'client_credentials', client_id: id, client_secret: secret, scope })
      .expect(200);
    const token = (body as { access_token: string }).access_token;
    const order = await shop.api
      .get(`/api/v1/admin/orders/${orderId}`)
      .set({ Authorization: `Bearer ${token}` })
      .expect(200);
    return (order.body as { data: Shown }).data;
  };
  expect(await read('orders:read')).toMatchObject(hidden);
  expect(await read('orders:read customers:read')).toMatchObject({ email: 'ada@example.com' });
});

test('The note on a customer is shown to those who may read notes, also after a change', async () => {
  const { customerId } = await signInPerson(shop.container);
  const path = `/api/v1/admin/customers/${customerId}`;
  const note = 'Pays late';
  const writer = await withOnly('customers:read', 'customers:write');
  const changed = await shop.api.patch(path).set(writer).send({ note }).expect(200);
  expect((changed.body as { data: object }).data).toMatchObject({ note: null });
  const reader = await withOnly('customers:read', 'customerNotes:read');
  for (const [as, expected] of [
    [writer, null],
    [reader, note],
  ] as const) {
    const one = await shop.api.get(path).set(as).expect(200);
    expect((one.body as { data: object }).data).toMatchObject({ note: expected });
    const list = await shop.api.get(`/api/v1/admin/customers?q=${customerId}`).set(as).expect(200);
    expect((list.body as { data: object[] }).data).toMatchObject([{ note: expected }]);
  }
});

test('The audit log shows a note to those who may read notes alone', async () => {
  const { customerId } = await signInPerson(shop.container);
  const writer = await withOnly('customers:read', 'customers:write');
  const note = 'Never on time';
  await shop.api.patch(`/api/v1/admin/customers/${customerId}`).set(writer).send({ note });
  const path = `/api/v1/admin/audit-log?subject=${customerId}`;
  const hidden = await shop.api
    .get(path)
    .set(await withOnly('audit:read'))
    .expect(200);
  expect(hidden.text).not.toContain(note);
  const shown = await shop.api
    .get(path)
    .set(await withOnly('audit:read', 'customerNotes:read'))
    .expect(200);
  expect((shown.body as { data: object[] }).data).toMatchObject([{ after: { note } }]);
});
