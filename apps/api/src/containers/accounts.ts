import type { Config } from '../config/index.ts';
import { createAuthService } from '../services/auth.service.ts';
import type { Identity } from './identity.ts';

/** How people sign up and in. It stands above sales, since an account owns carts and orders. */
export function createAccounts(config: Config, { identity, passwords, factors }: Identity) {
  return {
    auth: createAuthService({
      identity,
      passwords,
      secret: config.auth.jwtSecret,
      secondFactors: factors,
    }),
  };
}
