import { z } from 'zod';
import { RecipientRefusedError } from '../integrations/smtp.ts';
import type { EmailService } from '../services/email.service.ts';
import { defineJob, PermanentJobError } from './defineJob.ts';

const refundMailKinds = ['refunded', 'failed'] as const;

export type RefundMailKind = (typeof refundMailKinds)[number];

/** Sends a mail about a refund: to its customer that it went back, or to staff that it did not. */
export const emailRefundJob = defineJob({
  name: 'email.refund',
  schema: z.object({ refundId: z.string(), kind: z.enum(refundMailKinds) }),
  // As email.order.job.ts: a day and a half.
  maxAttempts: 15,
  async handle(
    { refundId, kind },
    ctx,
    { email }: { email: Pick<EmailService, 'sendRefundMail'> },
  ) {
    try {
      await email.sendRefundMail(ctx, refundId, kind);
    } catch (error) {
      if (error instanceof RecipientRefusedError) throw new PermanentJobError(error.message);
      throw error;
    }
  },
});
