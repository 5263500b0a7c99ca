import type { Context } from '../kernel/context.ts';
import type { FactorsService } from '../services/factors.service.ts';

export async function purgeFactors(
  ctx: Context,
  _payload: unknown,
  { factors }: { factors: Pick<FactorsService, 'purge'> },
): Promise<void> {
  await factors.purge(ctx);
}
