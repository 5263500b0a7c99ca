import { assertInvariants } from '../helpers/invariants.ts';
import { placedOf, type PlacedOrder } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashingProcess, type CrashShop } from './crashShop.ts';
import { cartOfItsOwn, waitUntilIdle } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The network calls of a checkout, in order. */
const steps: StepTable = {
  BEGIN: 'the transaction begins',
  'idempotency.claim': 'the key is claimed',
  'carts.lock': 'the cart is locked',
  'orders.create': 'the order is written',
  'carts.complete': 'the cart is completed',
  'events.emit': 'the event is written',
  'inventory.reserve': 'the stock is reserved',
  COMMIT: 'the order is committed',
  'orders.read': 'the order is read again',
  'Stripe: POST /v1/payment_intents': 'Stripe begins the payment',
  'payments.storeOpened': 'the payment’s secret is stored',
  'idempotency.store': 'the answer is stored',
};

let shop: CrashShop;
let undisturbed: object;

beforeAll(async () => {
  shop = await startCrashShop();
  undisturbed = await traces();
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** Sends a checkout to a process with a fault, then retries as a client does. */
async function buy(trouble?: Trouble): Promise<{ placed: PlacedOrder; taken: string[] }> {
  const cartId = await cartOfItsOwn(shop);
  const process = await shop.startProcess(trouble);
  const first = await send(process.api, cartId);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  if (trouble?.mishap === 'the process dies') await shop.endLeases();

  const again = await send(shop.api, cartId);
  expect(again.status).toBe(201);
  // A repeated request gets the first answer.
  expect(first.status === 201 ? first.text : again.text).toBe(again.text);
  return { placed: placedOf(again.body.data), taken: process.steps.taken };
}

function send(api: CrashingProcess['api'], cartId: string) {
  return api
    .post(`/api/v1/carts/${cartId}/checkout`)
    .set('Idempotency-Key', `key-of-${cartId}`)
    .send({ paymentProvider: 'stripe' });
}

/** Completes an interrupted purchase: pays with the current client secret. */
async function traces(trouble?: Trouble) {
  const { placed } = await buy(trouble);
  await shop.runJobs();
  const { body } = await shop.api
    .post(`/api/v1/orders/${placed.orderId}/payment`)
    .set({ 'X-Order-Token': placed.token, 'Idempotency-Key': 'secret' })
    .expect(200);
  expect((await shop.confirm(body.data.clientSecret)).status).toBe('succeeded');
  await waitUntilIdle(shop);
  return tracesOf(shop, placed.orderId);
}

test('A checkout has no other steps than those below', async () => {
  const { taken } = await buy();
  expect(taken).toEqual(Object.keys(steps));
});

describe('A checkout completes when', () => {
  test.each(crashesAt(steps))('%s', async (_sentence, trouble) => {
    expect(await traces(trouble)).toEqual(undisturbed);
  });
});
