import type { Context } from '../kernel/context.ts';
import type { SignInProvidersService } from '../services/signInProviders.service.ts';

export async function purgeSignInProviders(
  ctx: Context,
  _payload: unknown,
  { signInProviders }: { signInProviders: Pick<SignInProvidersService, 'purge'> },
): Promise<void> {
  await signInProviders.purge(ctx);
}
