import { z } from 'zod';
import { textSchema } from './shared.validator.ts';

/** Why staff do something by hand. It is kept in the audit log. */
export const reasonBodySchema = z.strictObject({
  reason: textSchema(500, 3).meta({
    description: 'The reason, for the audit log.',
    example: 'Stripe was down until noon',
  }),
});
