import type { Context } from '../kernel/context.ts';
import type { RecoveryService } from '../services/recovery.service.ts';

export async function sweepWorkflows(
  ctx: Context,
  _payload: unknown,
  { recovery }: { recovery: RecoveryService },
): Promise<void> {
  await recovery.sweep(ctx);
}
