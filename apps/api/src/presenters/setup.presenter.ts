import type { Shown } from '../kernel/route.ts';
import type { SetupReview } from '../services/setup.service.ts';
import type { setupSchema } from '../validators/setup.validator.ts';

/** The checklist for the first sale, for staff. */
export function presentSetup({ isReady, steps }: SetupReview): Shown<typeof setupSchema> {
  return {
    ready: isReady,
    steps: steps.map(({ id, title, state, message, next }) => ({
      id,
      title,
      state,
      message,
      next,
    })),
  };
}
