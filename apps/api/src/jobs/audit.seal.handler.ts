import type { Context } from '../kernel/context.ts';
import type { AuditService } from '../services/audit.service.ts';

export async function sealAuditLog(
  ctx: Context,
  _payload: unknown,
  { audit }: { audit: AuditService },
): Promise<void> {
  await audit.seal(ctx);
}
