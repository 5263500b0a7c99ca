import { REFRESH_COOKIE } from '../kernel/cookies.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { AuthService, OpenedSession } from '../services/auth.service.ts';
import type { CartsService } from '../services/carts.service.ts';

export interface SignInServices {
  readonly auth: Pick<AuthService, 'endReplaced'>;
  readonly carts: Pick<CartsService, 'mergeAtSignIn'>;
}

/** What the client had before the sign-in. */
interface Before {
  readonly cartId?: string | undefined;
  readonly cookies: { readonly [REFRESH_COOKIE]?: string | undefined };
}

/**
 * Takes over the guest's cart, and ends the session that the browser had: its cookies are replaced, and
 * what no one holds a token for should not stay open. Browsers bring the cookie along from pages of the
 * shop's site alone.
 */
export async function settleSignIn(
  { auth, carts }: SignInServices,
  ctx: RequestContext,
  { account: { customerId, mode } }: Pick<OpenedSession, 'account'>,
  { cartId, cookies }: Before,
): Promise<void> {
  const token = cookies[REFRESH_COOKIE];
  if (mode === 'cookie' && token !== undefined) await auth.endReplaced(ctx, token);
  await carts.mergeAtSignIn(ctx, { guestCartId: cartId, customerId });
}
