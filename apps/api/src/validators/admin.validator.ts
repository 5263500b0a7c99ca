import { z } from 'zod';
import { reasonSchema } from './shared.validator.ts';

/** Why staff do something by hand. It is kept in the audit log. */
export const reasonBodySchema = z.strictObject({
  reason: reasonSchema.meta({ example: 'Stripe was down until noon' }),
});
