import type { Context } from '../kernel/context.ts';
import type { ImportsService } from '../services/imports.service.ts';

export async function purgeImports(
  ctx: Context,
  _payload: unknown,
  { imports }: { imports: Pick<ImportsService, 'purge'> },
): Promise<void> {
  await imports.purge(ctx);
}
