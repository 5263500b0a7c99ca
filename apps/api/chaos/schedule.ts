import { createHash } from 'node:crypto';
import { seededRandom } from './random.ts';

/** All kinds of faults, with their number in a round. */
const round = {
  'HTTP worker killed': 4,
  'job worker killed': 3,
  'primary killed': 1,
  'PostgreSQL killed': 1,
  'PostgreSQL stopped': 1,
  'database session killed': 1,
  'sessions terminated': 2,
  'connections cut': 3,
  'Stripe slow': 1,
  'Stripe failing': 2,
  'Stripe refusing connections': 1,
  'Stripe’s answers lost': 2,
  'Stripe’s answers too late': 2,
  'webhooks dropped': 1,
  'webhooks doubled': 1,
  'webhooks reordered': 1,
  'webhooks late': 1,
  'clock ahead': 2,
} as const;

export type FaultKind = keyof typeof round;

/** A fault with its time and extent; each kind uses the figures that it needs. */
export interface Fault {
  readonly kind: FaultKind;
  /** After the first shopper has started. */
  readonly atMs: number;
  /** Chooses among the live processes; in [0, 1). */
  readonly pick: number;
  /** The number of requests, sessions or events that it affects. */
  readonly size: number;
  /** The duration of a lasting fault. */
  readonly lengthMs: number;
}

/** Longer than a shop's restart, so that it also sells between faults. */
const REST_MS: Partial<Record<FaultKind, number>> = {
  'primary killed': 7000,
  'PostgreSQL killed': 4000,
  'PostgreSQL stopped': 4000,
  'database session killed': 2000,
};

/** The faults of a run: the same for the same seed. Each round contains every kind. */
export function drawSchedule(seed: number, durationMs: number): Fault[] {
  const random = seededRandom(seed);
  const kinds = (Object.keys(round) as FaultKind[]).flatMap((kind) =>
    Array.from({ length: round[kind] }, () => kind),
  );
  const faults: Fault[] = [];
  let atMs = 3000;
  while (atMs < durationMs) {
    for (const kind of random.shuffle(kinds)) {
      if (atMs >= durationMs) break;
      const size = random.between(1, 12);
      faults.push({ kind, atMs, pick: random.next(), size, lengthMs: random.between(1500, 6000) });
      atMs += random.between(800, 5000) + (REST_MS[kind] ?? 0);
    }
  }
  return faults;
}

/** A short hash of a schedule, to compare runs. */
export function fingerprint(faults: readonly Fault[]): string {
  return createHash('sha256').update(JSON.stringify(faults)).digest('hex').slice(0, 12);
}
