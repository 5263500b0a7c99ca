import type { Response } from 'supertest';
import { assertInvariants } from '../helpers/invariants.ts';
import type { PlacedOrder } from '../helpers/orders.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { askTwice } from './disturbed.ts';
import { withWebhooksLost } from './webhookJobs.ts';
import { waitUntilIdle, orderOfItsOwn } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** A request for a client secret when the payment is canceled at Stripe: it opens another. */
const steps: StepTable = {
  'orders.read': 'the order is read',
  BEGIN: 'the key’s transaction begins',
  'idempotency.claim': 'the key is claimed',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  COMMIT: 'the claim is committed',
  'Stripe: GET /v1/payment_intents/:id': 'the current payment is retrieved from Stripe',
  'BEGIN 2': 'the dead payment’s transaction begins',
  'payments.lockRemote': 'order and payment are locked',
  'payments.update': 'the payment is recorded as canceled',
  'COMMIT 2': 'the dead payment is committed',
  'BEGIN 3': 'the new payment’s transaction begins',
  'payments.lockOrder 2': 'the order is locked again',
  'payments.lockOfOrder 2': 'its payments are locked again',
  'payments.insert': 'the new payment is written',
  'payments.find': 'the new payment is read',
  'COMMIT 3': 'the new payment is committed',
  'Stripe: POST /v1/payment_intents': 'Stripe begins the payment',
  'payments.storeOpened': 'the payment’s secret is stored',
  'idempotency.store': 'the answer is stored',
};

let shop: CrashShop;
let undisturbed: object;

beforeAll(async () => {
  shop = await startCrashShop();
  undisturbed = (await payAgain()).traces;
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** Requests a new client secret from a process with a fault, repeats it with the same key, and pays. */
async function payAgain(trouble?: Trouble) {
  const placed = await orderOfItsOwn(shop);
  await waitUntilIdle(shop);
  const { orderId, intentId } = placed;
  // In the dashboard.
  await withWebhooksLost(shop, () => shop.control('POST', `payment_intents/${intentId}/cancel`));
  const { answer, taken } = await askTwice(shop, trouble, (api) => ask(api, placed));
  await shop.runJobs();
  expect(await canBePaid(answer)).toBe(true);
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, orderId), taken };
}

function ask(api: CrashShop['api'], { orderId, token }: PlacedOrder) {
  return api
    .post(`/api/v1/orders/${orderId}/payment`)
    .set({ 'X-Order-Token': token, 'Idempotency-Key': `again-${orderId}` });
}

async function canBePaid({ body }: Response): Promise<boolean> {
  return (await shop.confirm(body.data.clientSecret)).status === 'succeeded';
}

test('A new attempt to pay has no other steps than those below', async () => {
  expect((await payAgain()).taken).toEqual(Object.keys(steps));
});

describe('An order is paid once by a new attempt when, as it is opened,', () => {
  test.each(crashesAt(steps))('%s', async (_sentence, trouble) => {
    expect((await payAgain(trouble)).traces).toEqual(undisturbed);
  });
});
