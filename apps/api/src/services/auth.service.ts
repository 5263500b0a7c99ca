import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Permission } from '../kernel/permissions.ts';

interface AuthOptions {
  /** Opens every administrative route. */
  adminApiKey: string;
}

export type AuthService = ReturnType<typeof createAuthService>;

/** Authentication and authorization. */
export function createAuthService({ adminApiKey }: AuthOptions) {
  const expected = sha256(adminApiKey);

  return {
    /**
     * Whose token it is: with the admin API key a caller is staff, without a token a guest.
     * @throws {AppError} unauthorized, for any other token: a wrong key never counts as none.
     */
    identify(token: string | undefined): Actor {
      if (token === undefined) return { kind: 'guest' };
      // Compares hashes, so that the duration reveals nothing, not even the length.
      if (timingSafeEqual(sha256(token), expected)) return { kind: 'staff', id: 'api-key' };
      throw new AppError('unauthorized', 'The bearer token is not valid.');
    },

    /** @throws {AppError} unauthorized for a guest, forbidden for anyone else who may not. */
    authorize(actor: Actor, permission: Permission): void {
      if (permission === 'public' || actor.kind === 'staff') return;
      if (actor.kind === 'guest') {
        throw new AppError('unauthorized', `This requires the permission ${permission}.`);
      }
      throw new AppError('forbidden', `This requires the permission ${permission}.`);
    },
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
