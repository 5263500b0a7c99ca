import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { PaymentsService } from '../payments.service.ts';
import type { RefundsService } from '../refunds.service.ts';
import type { Driver, Progress } from './driver.ts';

/** A refund takes banks days, a dispute that blocks it weeks; a webhook reports the outcome. */
const BANK_CHECK_SECONDS = 86_400;

export interface RefundDriverDeps {
  payments: PaymentsService;
  refunds: RefundsService;
}

const isOpen = ({ status }: { status: string }) => status === 'pending' || status === 'waiting';

/** Resumes refunds: executes pending allocations and retrieves the status of those in progress. */
export function createRefundDriver({ payments, refunds }: RefundDriverDeps): Driver {
  async function drive(ctx: Context, refundId: string): Promise<Progress> {
    for (const allocation of await payments.allocationsOf(ctx, refundId)) {
      if (isOpen(allocation)) await refunds.resumeAllocation(ctx, allocation.id);
    }
    const open = (await payments.allocationsOf(ctx, refundId)).filter(isOpen);
    const isAtBank =
      open.length > 0 &&
      open.every(({ status, providerId, isDisputed }) =>
        status === 'waiting' ? isDisputed : providerId !== null,
      );
    return isAtBank ? { kind: 'waits', seconds: BANK_CHECK_SECONDS } : { kind: 'driven' };
  }

  return {
    drive,

    /** Retries a failed refund as another attempt. */
    async resume(ctx, refundId) {
      const { status } = await refunds.get(ctx, refundId);
      if (status !== 'pending' && status !== 'waiting') await refunds.retry(ctx, refundId);
      return drive(ctx, refundId);
    },

    async compensate(ctx, refundId, { reason }) {
      await inTransaction(ctx, async (ctx) => {
        const { orderId } = await refunds.get(ctx, refundId);
        await payments.lock(ctx, orderId);
        await payments.abandonRefund(ctx, refundId, `abandoned: ${reason}`);
      });
    },
  };
}
