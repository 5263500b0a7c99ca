import { createPaylinkProvider } from '../../examples/paylinkPayments/paylinkProvider.ts';
import { startPaylink, type PaylinkServer } from '../../examples/paylinkPayments/paylinkServer.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { asStaff } from '../helpers/staff.ts';
import { crashesAt } from './crashes.ts';
import { startCrashShop, type CrashShop } from './crashShop.ts';
import { openProviderLine, type ProviderLine } from './providerLine.ts';
import { cartOfItsOwn } from './sales.ts';
import type { Trouble } from './steps.ts';
import { tracesOf } from './traces.ts';

jest.setTimeout(120_000);

const secret = 'seal of the shop';

let paylink: PaylinkServer;
let line: ProviderLine;
let shop: CrashShop;

beforeAll(async () => {
  paylink = await startPaylink({ secret });
  line = await openProviderLine('Paylink', /\/([LRC]\d*-[\w-]+|(pay|rt)_[\w:]+)/g);
  line.connect(paylink.url);
  const provider = createPaylinkProvider({ url: line.url, secret, returnUrl: 'http://shop.test/' });
  shop = await startCrashShop({}, { paymentProviders: [provider], lines: [line] });
  paylink.notify(`${shop.url}/api/v1/webhooks/paylink`);
});

afterAll(async () => {
  await shop.close();
  await line.close();
  await paylink.close();
});

/** The final state of an order, and the steps of the part with the fault. */
interface Life {
  traces: object;
  taken: string[];
}

async function waitUntilIdle(): Promise<void> {
  do await paylink.delivered();
  while ((await shop.runJobs()) > 0);
}

async function traces(orderId: string): Promise<object> {
  const payments = await shop.ctx.db.prisma.payment.findMany({ where: { orderId } });
  const own = payments.map(({ id }) => id);
  const links = paylink.links.filter(({ reference }) =>
    own.includes(reference.split(':')[0] ?? ''),
  );
  const returns = paylink.returns.filter((one) => links.some(({ link }) => link === one.link));
  return {
    ...(await tracesOf(shop, orderId)),
    atPaylink: [...links, ...returns].map(({ state, sum }) => `${state} ${sum}`).toSorted(),
  };
}

async function place(trouble?: Trouble): Promise<{ orderId: string; taken: string[] }> {
  const cartId = await cartOfItsOwn(shop);
  const body = { paymentProvider: 'paylink' };
  const send = (api: CrashShop['api']) =>
    api.post(`/api/v1/carts/${cartId}/checkout`).set('Idempotency-Key', `of-${cartId}`).send(body);
  const process = await shop.startProcess(trouble);
  await send(process.api);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  await shop.endLeases();
  const { body: answer } = await send(shop.api).expect(201);
  await waitUntilIdle();
  return { orderId: answer.data.order.id, taken: process.steps.taken };
}

/** Pays on the page of the payment; the jobs of its webhooks stay queued. */
async function pay(orderId: string): Promise<void> {
  const payment = await shop.ctx.db.prisma.payment.findFirstOrThrow({ where: { orderId } });
  await fetch(`${payment.clientSecret}/pay`, { method: 'POST', redirect: 'manual' });
  await paylink.delivered();
}

/** Runs the jobs of a name in a process with a fault, and then all remaining jobs. */
async function runJobs(name: string, trouble?: Trouble): Promise<string[]> {
  const process = await shop.startProcess(trouble);
  for (const job of await shop.dueJobs(name)) await process.runJob(job).catch(() => undefined);
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  await process.end();
  await waitUntilIdle();
  return process.steps.taken;
}

async function purchase(trouble?: Trouble): Promise<Life> {
  const { orderId, taken } = await place(trouble);
  await pay(orderId);
  await waitUntilIdle();
  return { traces: await traces(orderId), taken };
}

async function webhook(trouble?: Trouble): Promise<Life> {
  const { orderId } = await place();
  await pay(orderId);
  const taken = await runJobs('webhooks.process', trouble);
  return { traces: await traces(orderId), taken };
}

async function partialRefund(trouble?: Trouble): Promise<Life> {
  const { orderId } = await place();
  await pay(orderId);
  await waitUntilIdle();
  await shop.api
    .post(`/api/v1/admin/orders/${orderId}/refunds`)
    .set({ ...asStaff, 'Idempotency-Key': `of-${orderId}` })
    .send({ amount: { amount: 700, currency: 'USD' }, reason: 'requested_by_customer' })
    .expect(201);
  const taken = await runJobs('payments.refund', trouble);
  return { traces: await traces(orderId), taken };
}

describe('With a provider of another protocol, a crash at any step loses and repeats nothing', () => {
  test.each([
    ['of a purchase', purchase, 'Paylink: PUT /links/:id'],
    ['of what a webhook brings', webhook, 'Paylink: GET /links/:id'],
    ['of a partial refund', partialRefund, 'Paylink: PUT /links/:id/returns/:id'],
  ])('%s', async (_what, live, call) => {
    const undisturbed = await live();
    expect(undisturbed.taken).toContain(call);
    const steps = Object.fromEntries(undisturbed.taken.map((step) => [step, step]));
    for (const [sentence, trouble] of crashesAt(steps)) {
      expect([sentence, (await live(trouble)).traces]).toEqual([sentence, undisturbed.traces]);
    }
    await assertInvariants(shop.ctx);
  });
});
