import { assertInvariants } from '../helpers/invariants.ts';
import { asStaff } from '../helpers/staff.ts';
import { crashesAt, type StepTable } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { waitUntilIdle, orderOfItsOwn, payOrder } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(60_000);

/** The steps of a refund request before its job; the job is in lateMoney.test.ts. */
const steps: StepTable = {
  BEGIN: 'the transaction begins',
  'idempotency.claim': 'the key is claimed',
  'payments.lockOrder': 'the order is locked',
  'payments.lockOfOrder': 'its payments are locked',
  'refunds.balance': 'what was paid is read',
  'transfers.reserve': 'the amount is reserved',
  'refunds.insert': 'the refund is written',
  'orders.countRefund': 'the order’s refunds are counted',
  'transfers.ofRefund': 'the refund’s transfers are read',
  'queue.add': 'the job that pays back is queued',
  'inventory.restockSome': 'the lines are restocked',
  'refunds.find': 'the refund is read',
  'audit.record': 'the audit log is written',
  'idempotency.store': 'the answer is stored',
  COMMIT: 'the refund is committed',
};

let shop: CrashShop;
let undisturbed: object;

beforeAll(async () => {
  shop = await startCrashShop();
  undisturbed = (await refund()).traces;
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** Requests a refund of one unit from a process with a fault, and repeats it with the same key. */
async function refund(trouble?: Trouble) {
  const placed = await orderOfItsOwn(shop);
  const { orderId } = placed;
  await payOrder(shop, placed);
  const [item] = await shop.ctx.db.prisma.orderItem.findMany({ where: { orderId } });
  const send = (api: CrashShop['api']) =>
    api
      .post(`/api/v1/admin/orders/${orderId}/refunds`)
      .set({ ...asStaff, 'Idempotency-Key': `of-${orderId}` })
      .send({
        lines: [{ itemId: item?.id, quantity: 1 }],
        restock: true,
        reason: 'requested_by_customer',
      });
  const process = await shop.startProcess(trouble);
  const first = await send(process.api);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  const again = await send(shop.api);
  expect(again.status).toBe(201);
  expect(first.status === 201 ? first.text : again.text).toBe(again.text);
  await waitUntilIdle(shop);
  return { traces: await tracesOf(shop, orderId), taken: process.steps.taken };
}

test('The request for a refund has no other steps than those below', async () => {
  expect((await refund()).taken).toEqual(Object.keys(steps));
});

describe('A refund is made once when, as it is requested,', () => {
  test.each(crashesAt(steps))('%s', async (_sentence, trouble) => {
    expect((await refund(trouble)).traces).toEqual(undisturbed);
  });
});
