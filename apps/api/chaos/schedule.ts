import { createHash } from 'node:crypto';
import { seededRandom } from './random.ts';

/** Everything that can go wrong, and how often in a round of faults. */
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

/** What goes wrong, when and how badly; each kind uses what it needs of the figures. */
export interface Fault {
  readonly kind: FaultKind;
  /** After the first shopper has come in. */
  readonly atMs: number;
  /** Chooses among the processes that are alive then; in [0, 1). */
  readonly pick: number;
  /** How many requests, sessions or events it meets. */
  readonly size: number;
  /** For how long, where it lasts. */
  readonly lengthMs: number;
}

/** Longer than a shop's restart, so that it also sells between faults. */
const REST_MS: Partial<Record<FaultKind, number>> = {
  'primary killed': 7000,
  'PostgreSQL killed': 4000,
  'PostgreSQL stopped': 4000,
  'database session killed': 2000,
};

/** The faults of a run: the same for the same seed. In each round every kind comes up. */
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

/** A short name for a schedule, to see that two runs had the same. */
export function fingerprint(faults: readonly Fault[]): string {
  return createHash('sha256').update(JSON.stringify(faults)).digest('hex').slice(0, 12);
}
