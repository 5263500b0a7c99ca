import { setTimeout as delay } from 'node:timers/promises';
import { createBrowser } from './browser.ts';
import type { Client } from './client.ts';
import { answerDisputes } from './disputes.ts';
import { issueCards } from './giftCards.ts';
import { inject } from './injector.ts';
import type { Notes } from './notes.ts';
import { seededRandom } from './random.ts';
import { refundSome } from './refunds.ts';
import { retryRefunds } from './retries.ts';
import type { Fault } from './schedule.ts';
import { runShopper } from './shopper.ts';
import type { StaffTools } from './staff.ts';
import type { Stage } from './stage.ts';

const PROGRESS_MS = 10_000;
/** For shoppers to finish: longer than the lease of a crashed request's key. */
const LAST_ANSWERS_MS = 120_000;

/** The tasks of staff while the shop sells, one person each. */
const staffDuties: readonly ((tools: StaffTools) => Promise<void>)[] = [
  refundSome,
  retryRefunds,
  issueCards,
  answerDisputes,
];

interface Sale {
  faults: readonly Fault[];
  variants: readonly string[];
  notes: Notes;
  client: Client;
  /** Aborts when no one is to wait for an answer any longer. */
  over: AbortController;
}

/** Runs shoppers and faults until the time is up, the shop has recovered and every request is answered. */
export async function sell(
  stage: Stage,
  { faults, variants, notes, client, over }: Sale,
): Promise<void> {
  const { options, shop, stripe, agents, postgres } = stage;
  const { seed, minutes, shoppers, say } = options;
  const started = performance.now();
  const clock = () => `${Math.round((performance.now() - started) / 1000)} s`.padStart(6);
  const closing = new AbortController();
  const browser = createBrowser(stripe, over.signal);
  const everyone = { client, notes, closing: closing.signal };
  const people = Array.from({ length: shoppers }, (_, index) => {
    const random = seededRandom(seed * 1000 + index);
    return runShopper(index, { ...everyone, browser, random, variants });
  });
  const staff = staffDuties.map((duty, index) => {
    const random = seededRandom(seed * 1000 + shoppers + index);
    return duty({ ...everyone, stripe, random });
  });
  const shopping = Promise.all([...people, ...staff]);
  const progress = setInterval(() => {
    const orders = notes.purchases.filter(({ order }) => order !== undefined).length;
    const retries = Object.values(client.retries).reduce((sum, count) => sum + count, 0);
    say(`${clock()}  ${orders} orders, ${retries} requests repeated`);
  }, PROGRESS_MS);
  try {
    const onFault = ({ kind }: Fault, met: string) => say(`${clock()}  ${kind}: ${met}`);
    const injection = { shop, agents, postgres, stripe, onFault };
    await Promise.race([inject(faults, injection, over.signal), shopping]);
    await delay(Math.max(0, minutes * 60_000 - (performance.now() - started)));
    closing.abort();
    await stripe.heal();
    for (const process of agents.alive()) process.tell({ clockAheadMs: 0 });
    await shop.ready();
    const isInTime = await Promise.race([shopping.then(() => true), delay(LAST_ANSWERS_MS, false)]);
    if (!isInTime) say('Some shoppers are still without an answer');
  } finally {
    clearInterval(progress);
    closing.abort();
  }
}
