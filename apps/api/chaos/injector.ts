import { setTimeout as delay } from 'node:timers/promises';
import type { Agents, Process } from './agents.ts';
import type { Postgres } from './postgres.ts';
import type { Fault, FaultKind } from './schedule.ts';
import { killQuietly, type ShopUnderTest } from './shop.ts';
import type { Stripe } from './stripe.ts';

interface Injection {
  readonly shop: ShopUnderTest;
  readonly agents: Agents;
  readonly postgres: Postgres;
  readonly stripe: Stripe;
  /** Called for each fault when it strikes, with what it hit. */
  readonly onFault: (fault: Fault, met: string) => void;
}

/** Reservations last a minute, and the sweeper checks orders every minute. */
const PAST_THE_EXPIRY_MS = 65_000;

/** Injects a fault. @returns what it hit, in words. */
type Strike = (fault: Fault, injection: Injection) => string | Promise<string>;

/** What each kind of fault does. A lasting one ends by its own timer. */
const strikes: Readonly<Record<FaultKind, Strike>> = {
  'HTTP worker killed': (fault, { agents }) => kill(agents.alive('HTTP worker'), fault),
  'job worker killed': (fault, { agents }) => kill(agents.alive('job worker'), fault),
  'primary killed'({ lengthMs }, { shop }) {
    shop.killPrimary(lengthMs / 3);
    return `back in ${Math.round(lengthMs / 3)} ms`;
  },
  'PostgreSQL killed': (_fault, { postgres }) => signalled(postgres.signal('SIGKILL')),
  // Immediate shutdown: sessions are cut, and the next start is a recovery.
  'PostgreSQL stopped': (_fault, { postgres }) => signalled(postgres.signal('SIGQUIT')),
  'database session killed': async (_fault, { postgres }) =>
    `${await postgres.endSessions(1, 'kill')} sessions, and all others with it`,
  'sessions terminated': async ({ size }, { postgres }) =>
    `${await postgres.endSessions(size, 'terminate')} sessions`,
  async 'connections cut'({ pick }, { agents, postgres }) {
    const victim = chosen(agents.alive(), pick);
    victim?.tell({ cutPort: await postgres.port() });
    return nameOf(victim);
  },
  'Stripe slow': ({ size, lengthMs }, { stripe }) =>
    met(stripe.fault({ times: size, delayMs: Math.round(lengthMs / 5) }), size),
  'Stripe failing': ({ size, pick }, { stripe }) =>
    met(stripe.fault({ times: size, status: pick < 0.3 ? 429 : pick < 0.6 ? 503 : 500 }), size),
  'Stripe refusing connections': ({ size }, { stripe }) =>
    met(stripe.fault({ times: size, reset: true }), size),
  'Stripe’s answers lost': ({ size }, { stripe }) =>
    met(stripe.fault({ times: size, when: 'after', reset: true }), size),
  'Stripe’s answers too late': ({ size }, { stripe }) =>
    met(stripe.fault({ times: size, when: 'after', delayMs: stripe.tooLateMs }), size),
  'webhooks dropped': async ({ size }, { stripe }) => {
    await stripe.webhookRules({ drop: size });
    return `the next ${size}`;
  },
  'webhooks doubled': ({ size, lengthMs }, { stripe }) =>
    forAWhile(lengthMs, stripe, { duplicate: Math.ceil(size / 4) }, { duplicate: 0 }),
  'webhooks reordered': ({ lengthMs }, { stripe }) =>
    forAWhile(
      lengthMs,
      stripe,
      { order: 'random', jitterMs: 4000 },
      { order: 'oldest', jitterMs: 0 },
    ),
  'webhooks late': ({ lengthMs }, { stripe }) =>
    forAWhile(lengthMs, stripe, { delayMs: PAST_THE_EXPIRY_MS }, { delayMs: 0 }),
  'clock ahead'({ pick, size }, { agents }) {
    const victim = chosen(agents.alive(), pick);
    victim?.tell({ clockAheadMs: size * 100_000 });
    return `${nameOf(victim)} by ${size * 100} s`;
  },
};

/** Injects the faults at their times. Ends with the last one, or when `over` aborts. */
export async function inject(
  faults: readonly Fault[],
  injection: Injection,
  over: AbortSignal,
): Promise<void> {
  const start = performance.now();
  for (const fault of faults) {
    const wait = fault.atMs - (performance.now() - start);
    if (wait > 0) await delay(wait, undefined, { signal: over });
    // A fault is skipped when the database is down already.
    const met = await Promise.resolve(strikes[fault.kind](fault, injection)).catch(
      (error: unknown) => `nothing (${error instanceof Error ? error.message : String(error)})`,
    );
    injection.onFault(fault, met);
  }
}

function chosen(processes: readonly Process[], pick: number): Process | undefined {
  return processes[Math.floor(pick * processes.length)];
}

function kill(processes: readonly Process[], { pick }: Fault): string {
  const victim = chosen(processes, pick);
  return victim && killQuietly(victim.pid) ? nameOf(victim) : 'no process';
}

function nameOf(victim: Process | undefined): string {
  return victim ? `${victim.role} ${victim.pid}` : 'no process';
}

function signalled(wasThere: boolean): string {
  return wasThere ? 'the postmaster' : 'no process';
}

async function met(done: Promise<unknown>, times: number): Promise<string> {
  await done;
  return `${times} requests`;
}

async function forAWhile(
  lengthMs: number,
  stripe: Stripe,
  rules: object,
  after: object,
): Promise<string> {
  await stripe.webhookRules(rules);
  setTimeout(() => void stripe.webhookRules(after).catch(() => undefined), lengthMs).unref();
  return `for ${lengthMs} ms`;
}
