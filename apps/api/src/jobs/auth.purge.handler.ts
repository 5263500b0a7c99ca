import type { Context } from '../kernel/context.ts';
import type { AuthService } from '../services/auth.service.ts';

export async function purgeAccounts(
  ctx: Context,
  _payload: unknown,
  { auth }: { auth: Pick<AuthService, 'purge'> },
): Promise<void> {
  await auth.purge(ctx);
}
