import * as fc from 'fast-check';
import { acts, type Real } from './acts.ts';
import { faultsOf, placed as placedModel, type OrderModel } from './order.ts';
import { waitUntilIdle, endOf, type Outcome } from './rest.ts';
import { openStage, type Stage } from './stage.ts';

// Random sequences of acts on an order, against a shop; see docs/testing.md.

const TOTAL = 2699;
const SECONDS = Number(process.env['MODEL_SECONDS'] ?? 12);
const FEW = 5;
const first = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000);
const path = process.env['MODEL_PATH'];
const replayPath = process.env['MODEL_REPLAY'];

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 60_000);

afterAll(() => stage.close());

/** An order in a common state. */
async function pay(model: OrderModel, { placed, stage }: Real): Promise<void> {
  await stage.shop.confirm(placed.secret);
  await stage.deliver(placed, 'payment');
  model.isPaid = true;
}

/** Places an order, performs the acts one after another, and waits until nothing is pending. */
async function live(
  commands: Iterable<fc.AsyncCommand<OrderModel, Real>>,
  { isPaid, ...outcome }: Outcome & { isPaid: boolean },
): Promise<void> {
  const real = { stage, placed: await stage.place() };
  const model = placedModel(TOTAL);
  if (isPaid) await pay(model, real);
  await fc.asyncModelRun(() => ({ model, real }), commands);
  await waitUntilIdle(model, real, outcome);
  const faults = faultsOf(model, await endOf(model, real));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

const outcomes = fc.record({
  isPaid: fc.constantFrom(true, true, true, false),
  isWon: fc.boolean(),
  hears: fc.boolean(),
});

/** Runs a few orders by their seeds. @returns the shortest failing one, as text; "" when none fails. */
async function runFew(seed: number): Promise<string> {
  const many = fc.commands([...acts], { size: '+1', ...(replayPath && { replayPath }) });
  const result = await fc.check(fc.asyncProperty(many, outcomes, live), {
    numRuns: FEW,
    seed,
    ...(path && { path }),
  });
  if (!result.failed) return '';
  return `${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}`;
}

test(
  'Any acts on an order, in any sequence, lead to an allowed final state',
  async () => {
    const until = Date.now() + SECONDS * 1000;
    let found = '';
    for (let next = first; found === '' && Date.now() < until; next++) found = await runFew(next);
    expect(found).toBe('');
  },
  // Shrinking takes time, too.
  (SECONDS + 600) * 1000,
);
