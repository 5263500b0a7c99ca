import { z } from 'zod';
import { defineJob } from './defineJob.ts';

const orderMailKinds = ['confirmation', 'expired', 'refundDue', 'paidTwice'] as const;

export type OrderMailKind = (typeof orderMailKinds)[number];

/**
 * Sends a mail about an order. At least once: when the process dies between the mail server's
 * "250 OK" and the end of the job, the job is run again and the mail is sent again. Both carry the
 * same Message-ID, by which mail servers and readers recognise the second as the first.
 */
export const emailOrderJob = defineJob({
  name: 'email.order',
  schema: z.object({
    orderId: z.string(),
    kind: z.enum(orderMailKinds),
    /** Not where nobody began to pay: the address may be of somebody who knows of no order. */
    isWanted: z.boolean().default(true),
  }),
  // With pauses of e^n seconds (at most six hours), 15 attempts span a day and a half.
  maxAttempts: 15,
});
