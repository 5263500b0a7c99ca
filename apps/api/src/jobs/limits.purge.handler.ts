import type { Context } from '../kernel/context.ts';
import type { LimitsService } from '../services/limits.service.ts';

export async function purgeLimits(
  _ctx: Context,
  _payload: unknown,
  { limits }: { limits: Pick<LimitsService, 'purge'> },
): Promise<void> {
  await limits.purge();
}
