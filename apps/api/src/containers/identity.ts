import type { Config } from '../config/index.ts';
import { createAuthService } from '../services/auth.service.ts';

/** Who calls. */
export function createIdentity(config: Config) {
  return { auth: createAuthService(config.auth) };
}
