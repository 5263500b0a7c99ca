import type { SetupStepState } from '../domains/setup.enums.ts';

/** One thing that a first sale needs. */
export interface SetupStep {
  /** Unique among all steps. */
  id: string;
  /** What the shop needs. */
  title: string;
  /** `missing` keeps the shop from a real sale, or makes it go wrong; `advice` is worth a look. */
  state: SetupStepState;
  /** How it is now. */
  message: string;
  /** What to do about it; null when it is done. */
  next: string | null;
}

/** A step that is done. */
export function done(id: string, title: string, message: string): SetupStep {
  return { id, title, state: 'done', message, next: null };
}

/** A step that is not, and what to do. */
export function open(
  id: string,
  title: string,
  message: string,
  next: string,
  state: Exclude<SetupStepState, 'done'> = 'missing',
): SetupStep {
  return { id, title, state, message, next };
}
