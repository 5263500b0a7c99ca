import type { Request, Response } from 'express';
import type { Caller, Identity } from '../../src/kernel/identity.ts';
import { isFreshlyProved, requireFreshFactor } from '../../src/kernel/freshFactor.ts';
import { authenticate } from '../../src/middleware/auth.middleware.ts';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { createIdentityService } from '../../src/services/identity.service.ts';
import { memoryLimits } from '../helpers/limits.ts';

const identity = createIdentityService({
  database: { query: () => Promise.resolve([]) },
  eventBus: { on: () => () => undefined },
  issuer: 'https://shop.test',
  staffGraceDays: null,
  keys: {
    adminApiKey: 'key-of-the-shop',
    jwtSecret: 'secret',
    signingKey: newDevelopmentKeys().JWT_SIGNING_KEY,
  },
});

describe('The caller', () => {
  const callWith = (header: string | undefined) => {
    const get = (name: string) => (name === 'authorization' ? header : undefined);
    const request = { get } as unknown as Request;
    return authenticate(
      { identity, limits: memoryLimits(), stepUpMinutes: 10 },
      request,
      {} as Response,
    );
  };

  test('is a guest without a header', async () => {
    expect(await callWith(undefined)).toEqual({ kind: 'guest' });
  });

  test.each(['Bearer key-of-the-shop', 'bearer  key-of-the-shop '])(
    'is staff by %j',
    async (header) => {
      expect(await callWith(header)).toEqual({ kind: 'adminKey' });
    },
  );

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer key-of-the-sho',
    'Bearer key-of-the-shop2',
    'Bearer key of the shop',
    'Basic key-of-the-shop',
    'key-of-the-shop',
    'Bearer schlüssel',
  ])('is refused with %j', async (header) => {
    await expect(callWith(header)).rejects.toMatchObject({
      code: 'unauthorized',
      message: 'The bearer token is not valid.',
      headers: { 'WWW-Authenticate': 'Bearer realm="cartwright", error="invalid_token"' },
    });
  });
});

test.each(['', 'key-of-the-sho', 'key-of-the-shop2'])('The token %j is no one’s', async (token) => {
  await expect(identity.identify(token)).rejects.toMatchObject({ code: 'unauthorized' });
});

describe('The permission of a route', () => {
  const user: Identity = {
    userId: 'usr_1',
    sessionId: 'ses_1',
    customerId: 'cus_1',
    isVerified: false,
    permissions: new Set(['orders:read']),
    permissionEnds: new Map(),
    authenticatedAt: new Date(),
    factorAt: null,
    hasFactor: false,
    isStaff: true,
    factorDueAt: null,
    staffLock: null,
  };
  const asUser = (changes: Partial<Identity> = {}): Caller => ({
    kind: 'user',
    identity: { ...user, ...changes },
  });
  const refusal = (code: string) => expect.objectContaining({ code }) as Error;

  test('lets everyone use a public route, as what they are', () => {
    expect(identity.authorize({ kind: 'guest' }, 'public')).toEqual({ kind: 'guest' });
    expect(identity.authorize({ kind: 'adminKey' }, 'public')).toEqual({ kind: 'adminKey' });
    expect(identity.authorize(asUser(), 'public')).toEqual({ kind: 'customer', id: 'cus_1' });
    expect(identity.authorize(asUser({ customerId: null }), 'public')).toEqual({
      kind: 'staff',
      id: 'usr_1',
    });
  });

  test('lets the admin key use routes of staff, and a user those of his roles', () => {
    expect(identity.authorize({ kind: 'adminKey' }, 'orders:refund')).toEqual({
      kind: 'adminKey',
    });
    expect(identity.authorize(asUser(), 'orders:read')).toEqual({ kind: 'staff', id: 'usr_1' });
    expect(() => identity.authorize(asUser(), 'orders:refund')).toThrow(refusal('forbidden'));
    expect(() => identity.authorize({ kind: 'guest' }, 'orders:refund')).toThrow(
      refusal('unauthorized'),
    );
  });

  test('lets no one act as staff without the second factor that is missing', () => {
    const locked = (staffLock: 'enrolment' | 'factor') => asUser({ staffLock, customerId: null });
    expect(() => identity.authorize(locked('enrolment'), 'orders:read')).toThrow(
      refusal('factor_enrolment_required'),
    );
    expect(() => identity.authorize(locked('factor'), 'orders:read')).toThrow(
      refusal('factor_required'),
    );
    expect(identity.authorize(locked('factor'), 'public')).toEqual({ kind: 'guest' });
    expect(identity.authorize(locked('factor'), 'account:write:own')).toMatchObject({
      id: 'usr_1',
    });
  });

  test('lets a user have what is his, and neither a guest nor a key', () => {
    expect(identity.authorize(asUser(), 'account:read:own')).toMatchObject({ id: 'cus_1' });
    expect(() => identity.authorize({ kind: 'guest' }, 'account:read:own')).toThrow(
      refusal('unauthorized'),
    );
    expect(() => identity.authorize({ kind: 'adminKey' }, 'account:read:own')).toThrow(
      refusal('forbidden'),
    );
  });
});

describe('A fresh factor', () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const isProved = (changes: Partial<Identity>) =>
    isFreshlyProved(
      {
        userId: 'usr_1',
        sessionId: 'ses_1',
        customerId: null,
        isVerified: true,
        permissions: new Set(),
        permissionEnds: new Map(),
        authenticatedAt: minutesAgo(1),
        factorAt: null,
        hasFactor: false,
        isStaff: false,
        factorDueAt: null,
        staffLock: null,
        ...changes,
      },
      600_000,
    );

  test('is a second factor of the last minutes, or without any a sign-in', () => {
    expect(isProved({})).toBe(true);
    expect(isProved({ authenticatedAt: minutesAgo(11) })).toBe(false);
    expect(isProved({ hasFactor: true })).toBe(false);
    expect(isProved({ hasFactor: true, factorAt: minutesAgo(11) })).toBe(false);
    expect(isProved({ hasFactor: true, factorAt: minutesAgo(9) })).toBe(true);
  });

  test('is asked of people, and not of keys and of the shop itself', () => {
    expect(() => requireFreshFactor({ isProved: false })).toThrow(
      expect.objectContaining({ code: 'factor_required', status: 403 }) as Error,
    );
    expect(() => requireFreshFactor({ isProved: true })).not.toThrow();
    expect(() => requireFreshFactor({})).not.toThrow();
  });
});
