import type { Context } from '../kernel/context.ts';
import type { ReconciliationService } from '../services/reconciliation.service.ts';

export async function reconcilePayments(
  ctx: Context,
  _payload: unknown,
  { reconciliation }: { reconciliation: ReconciliationService },
): Promise<void> {
  await reconciliation.run(ctx);
}
