import { z } from 'zod';
import { textSchema } from './shared.validator.ts';

/** Why staff does something by hand; it is kept. */
export const reasonBodySchema = z.strictObject({
  reason: textSchema(500, 3).meta({
    description: 'Why; it is kept in the audit.',
    example: 'Stripe was down until noon',
  }),
});

export type ReasonBody = z.output<typeof reasonBodySchema>;
