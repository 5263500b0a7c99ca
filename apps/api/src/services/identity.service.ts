import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Holder } from '../domains/defineDomain.ts';
import type { Database } from '../db/client.ts';
import type { Actor } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Caller, Identity } from '../kernel/identity.ts';
import { permissionEndsOf } from '../kernel/permissionEnds.ts';
import { holderOf, type Permission } from '../kernel/permissions.ts';
import type { ApiKeysService, LiveKey } from './apiKeys.service.ts';
import type { EventBus } from './eventBus.service.ts';
import { createAccessTokens } from './identity/accessTokens.ts';
import { createIdentityCache, type CachedIdentity } from './identity/identityCache.ts';
import { judgeStaff } from './identity/judgeStaff.ts';
import { createMachineTokens, type MachineClaims } from './identity/machineTokens.ts';
import { createPermissionSets, isOfCustomers } from './identity/permissionSets.ts';
import { TOKEN_SECONDS } from './identity/signedTokens.ts';
import { readSigningKeys } from './identity/signingKeys.ts';
import { selectIdentity } from './identity/statements.ts';

interface IdentityDeps {
  /** Missing where no machine calls. */
  readonly apiKeys?: Pick<ApiKeysService, 'client' | 'isSecretKey' | 'secretKey'>;
  readonly database: Pick<Database, 'query'>;
  readonly eventBus: Pick<EventBus, 'on'>;
  /** The shop's public origin. */
  readonly issuer: string;
  /** How long someone may be staff without a second factor; null for ever. */
  readonly staffGraceDays: number | null;
  readonly keys: {
    readonly adminApiKey: string;
    /** Whether that key opens anything; it does by default. */
    readonly isAdminKeyAllowed?: boolean;
    readonly jwtSecret: string;
    readonly signingKey: string;
    readonly previousKey?: string | undefined;
  };
}

export type IdentityService = ReturnType<typeof createIdentityService>;

const CSRF_PURPOSE = 'cartwright/csrf/v1';

/** Who calls, and what they may do. */
export function createIdentityService({
  apiKeys,
  database,
  eventBus,
  issuer,
  staffGraceDays,
  keys,
}: IdentityDeps) {
  const adminKey = sha256(keys.adminApiKey);
  const signingKeys = readSigningKeys(keys);
  const tokens = createAccessTokens(signingKeys, issuer);
  const machineTokens = createMachineTokens(signingKeys, issuer);
  const cache = createIdentityCache();
  const permissionSetOf = createPermissionSets();
  eventBus.on('identity.changed', ({ userId }) => cache.forget(userId));
  eventBus.on('bus.reconnected', () => cache.forget(null));

  async function readIdentity(token: string): Promise<CachedIdentity | undefined> {
    const claims = await tokens.verify(token);
    if (!claims) return undefined;
    const { userId, sessionId } = claims;
    const [row] = await database.query(selectIdentity, { userId, sessionId });
    if (!row) return undefined;
    const { changesAt, roles, staffSince: _since, ...rest } = row;
    const staff = judgeStaff(row, staffGraceDays);
    const active = staff.staffLock === null ? roles : roles.filter(isOfCustomers);
    const dueAt = staff.factorDueAt?.getTime() ?? Infinity;
    return {
      identity: {
        userId,
        sessionId,
        ...rest,
        ...staff,
        permissions: permissionSetOf(active),
        permissionEnds: permissionEndsOf(active),
      },
      expiresAt: Math.min(
        claims.expiresAt,
        changesAt.getTime(),
        dueAt > Date.now() ? dueAt : Infinity,
      ),
    };
  }

  async function readPerson(token: string): Promise<Caller | undefined> {
    const identity = await cache.load(token, () => readIdentity(token));
    return identity && { kind: 'user', identity };
  }

  /** The client of OAuth 2 whose token it is: what it may do now, of what the token was asked for. */
  async function readMachine(token: string): Promise<Caller | undefined> {
    const claims = await machineTokens.verify(token);
    const client = claims && (await apiKeys?.client(claims.clientId));
    if (!client) return undefined;
    const held = [...claims.scope].filter((permission) => client.permissions.has(permission));
    return machineCaller({ ...client, permissions: new Set(held) });
  }

  return {
    /** Public keys that verify access tokens. */
    publishedKeys: signingKeys.published,

    /** For how long an access token is valid. */
    tokenSeconds: TOKEN_SECONDS,

    /** An access token for a session. */
    issueToken: (session: { userId: string; sessionId: string }) => tokens.sign(session),

    /** A token for a client of OAuth 2. */
    issueMachineToken: (claims: MachineClaims) => machineTokens.sign(claims),

    /** What a write by cookie must repeat in `X-CSRF-Token`. */
    csrfTokenOf: (sessionId: string) =>
      createHmac('sha256', keys.jwtSecret)
        .update(`${CSRF_PURPOSE}\0${sessionId}`)
        .digest('base64url'),

    /** Forgets what this process knows of a user, where a notification would come too late. */
    forget: (userId: string) => cache.forget(userId),

    /** Whose token it is, as far as is known without a look into the database: a user's id. */
    knownUserOf: (token: string): string | undefined => cache.find(token)?.userId,

    /** Whether the token is known to be that of a live session, without a look into the database. */
    isKnown: (token: string) => cache.find(token) !== undefined,

    /**
     * Whose token it is; a guest's without one.
     * @throws {AppError} unauthorized, for a token that is no one's: it never counts as none.
     */
    async identify(token: string | undefined): Promise<Caller> {
      if (token === undefined) return { kind: 'guest' };
      // Compares hashes, so that the duration reveals nothing, not even the length.
      if (timingSafeEqual(sha256(token), adminKey) && keys.isAdminKeyAllowed !== false)
        return { kind: 'adminKey' };
      if (apiKeys?.isSecretKey(token)) {
        const key = await apiKeys.secretKey(token);
        if (key) return machineCaller(key);
        throw new AppError('unauthorized', 'The API key is not valid.');
      }
      const known = cache.find(token);
      if (known) return { kind: 'user', identity: known };
      const isMachine = machineTokens.isClaimed(token);
      const caller = await (isMachine ? readMachine(token) : readPerson(token));
      if (caller) return caller;
      throw new AppError('unauthorized', 'The bearer token is not valid.');
    },

    /**
     * As whom the caller uses a route of this permission.
     * @throws {AppError} unauthorized for a guest; forbidden, email_not_verified, factor_required or
     *   factor_enrolment_required for others who may not.
     */
    authorize(caller: Caller, permission: Permission): Actor {
      if (permission === 'public') return visitorOf(caller);
      if (caller.kind === 'guest') throw new AppError('unauthorized', requirement(permission));
      const holder = holderOf.get(permission);
      if (caller.kind === 'adminKey') {
        if (holder) throw new AppError('forbidden', 'This requires a signed-in person.');
        return ADMIN_KEY;
      }
      if (caller.kind === 'apiKey') return machineOf(caller, permission);
      const { identity } = caller;
      if (holder) return ownerOf(identity, permission, holder);
      refuseLocked(identity);
      if (!identity.permissions.has(permission)) {
        throw new AppError('forbidden', requirement(permission));
      }
      return { kind: 'staff', id: identity.userId };
    },
  };
}

const ADMIN_KEY: Actor = { kind: 'adminKey' };

/** @throws {AppError} factor_required, factor_enrolment_required */
function refuseLocked({ staffLock }: Identity): void {
  if (staffLock === 'enrolment') {
    const advice = 'Add one with POST /auth/factors/totp or POST /auth/passkeys.';
    throw new AppError('factor_enrolment_required', `Staff need a second factor. ${advice}`);
  }
  if (staffLock === 'factor') {
    const advice = 'Call POST /auth/step-up, then repeat the request.';
    throw new AppError('factor_required', `This session lacks your second factor. ${advice}`);
  }
}

function machineCaller({ id, permissions, permissionEnds }: LiveKey): Caller {
  return { kind: 'apiKey', id, permissions, permissionEnds };
}

/** As what a machine uses a route: by the permissions of its key alone. @throws {AppError} forbidden */
function machineOf(
  { id, permissions }: Extract<Caller, { kind: 'apiKey' }>,
  permission: Permission,
): Actor {
  if (permissions.has(permission)) return { kind: 'apiKey', id };
  throw new AppError('forbidden', requirement(permission));
}

const requirement = (permission: Permission) => `This requires the permission ${permission}.`;

/** As whom someone uses a public route; locked staff are guests there. */
function visitorOf(caller: Caller): Actor {
  if (caller.kind === 'guest') return { kind: 'guest' };
  if (caller.kind === 'adminKey') return ADMIN_KEY;
  if (caller.kind === 'apiKey') return { kind: 'apiKey', id: caller.id };
  const { customerId, staffLock, userId } = caller.identity;
  if (customerId === null && staffLock !== null) return { kind: 'guest' };
  return customerId === null ? { kind: 'staff', id: userId } : { kind: 'customer', id: customerId };
}

/** As whom someone uses what is theirs. @throws {AppError} forbidden, email_not_verified */
function ownerOf(identity: Identity, permission: Permission, holder: Holder): Actor {
  const { customerId, userId } = identity;
  if (holder === 'staff') {
    refuseLocked(identity);
    if (identity.isStaff) return { kind: 'staff', id: userId };
    throw new AppError('forbidden', 'This requires a role of staff.');
  }
  if (holder === 'user' && customerId === null) return { kind: 'staff', id: userId };
  if (customerId === null) throw new AppError('forbidden', 'This requires a customer account.');
  if (holder === 'verified' && !identity.isVerified) {
    const advice = 'Open the link that was sent to it, or ask for another.';
    throw new AppError('email_not_verified', `The e-mail address is not verified. ${advice}`);
  }
  if (holder !== 'user' && !identity.permissions.has(permission)) {
    throw new AppError('forbidden', requirement(permission));
  }
  return { kind: 'customer', id: customerId };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
