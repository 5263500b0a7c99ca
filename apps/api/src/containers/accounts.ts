import type { Config } from '../config/index.ts';
import { createIdentityProviders } from '../integrations/identityProviders.ts';
import { API_BASE } from '../routes/base.ts';
import { createAuthService } from '../services/auth.service.ts';
import { createSignInProvidersService } from '../services/signInProviders.service.ts';
import type { Identity } from './identity.ts';
import type { Platform } from './platform.ts';
import type { Sales } from './sales.ts';

/** How people sign up and in. It stands above sales, since an account owns carts and orders. */
export function createAccounts(
  config: Config,
  { logger, services }: Platform,
  { identity, passwords, factors, proofOfWork }: Identity,
  { orders }: Sales,
) {
  const auth = createAuthService({
    audit: services.audit,
    logger,
    identity,
    passwords,
    limits: services.limits,
    proofOfWork,
    queue: services.queue,
    secret: config.auth.jwtSecret,
    secondFactors: factors,
    onVerified: [
      async (ctx, { userId, isHolder }) => {
        if (!isHolder) await factors.removeAll(ctx, userId);
      },
      async (ctx, { customerId, ...address }) => {
        if (customerId !== null) await orders.attachGuestOrders(ctx, { customerId, ...address });
      },
      (ctx, verified) => signInProviders.dropUnproved(ctx, verified),
    ],
  });
  const signInProviders = createSignInProvidersService({
    audit: services.audit,
    auth,
    providers: createIdentityProviders(config.signIn),
    origins: config.signIn.origins,
    callbackUrlOf: (id) => `${config.http.publicUrl}${API_BASE}/auth/providers/${id}/callback`,
    secret: config.auth.jwtSecret,
    logger,
  });
  return { auth, signInProviders };
}
