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
     * The actor of a request, by its `Authorization` header (RFC 6750): a bearer of the admin API
     * key is staff; a request without the header is a guest.
     * @throws {AppError} unauthorized, for anything else: a wrong key never counts as none.
     */
    identify(authorization: string | undefined): Actor {
      if (authorization === undefined) return { kind: 'guest' };
      const [, token] = /^Bearer +([\x21-\x7e]+) *$/i.exec(authorization) ?? [];
      // Compares hashes, so that the duration reveals nothing, not even the length.
      const isKnown = token !== undefined && timingSafeEqual(sha256(token), expected);
      if (!isKnown) throw new AppError('unauthorized', 'The bearer token is not valid.');
      return { kind: 'staff', id: 'api-key' };
    },

    /** @throws {AppError} unauthorized for a guest, forbidden for anyone else who may not. */
    authorize(actor: Actor, permission: Permission): void {
      if (permission === 'public' || actor.kind === 'staff') return;
      if (actor.kind === 'guest') {
        const message = `This requires the permission ${permission}. Send Authorization: Bearer …`;
        throw new AppError('unauthorized', message);
      }
      throw new AppError('forbidden', `This requires the permission ${permission}.`);
    },
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
