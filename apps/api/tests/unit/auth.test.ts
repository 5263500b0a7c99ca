import type { Request, Response } from 'express';
import { authenticate } from '../../src/middleware/auth.middleware.ts';
import { createAuthService } from '../../src/services/auth.service.ts';

const auth = createAuthService({ adminApiKey: 'key-of-the-shop' });

describe('The caller', () => {
  const callWith = (header: string | undefined) => {
    const request = { get: () => header } as unknown as Request;
    return authenticate({ auth, wrongKeys: undefined }, request, {} as Response);
  };

  test('is a guest without a header', async () => {
    expect(await callWith(undefined)).toEqual({ kind: 'guest' });
  });

  test.each(['Bearer key-of-the-shop', 'bearer  key-of-the-shop '])(
    'is staff by %j',
    async (header) => {
      expect(await callWith(header)).toEqual({ kind: 'staff', id: 'api-key' });
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
      headers: { 'WWW-Authenticate': 'Bearer realm="admin", error="invalid_token"' },
    });
  });
});

test.each(['', 'key-of-the-sho', 'key-of-the-shop2'])('The token %j is no one’s', (token) => {
  expect(() => auth.identify(token)).toThrow(expect.objectContaining({ code: 'unauthorized' }));
});

describe('The permission of a route', () => {
  test('allows everyone on public routes, and staff on the others', () => {
    expect(() => auth.authorize({ kind: 'guest' }, 'public')).not.toThrow();
    expect(() => auth.authorize({ kind: 'staff', id: 'api-key' }, 'orders:refund')).not.toThrow();
    expect(() => auth.authorize({ kind: 'guest' }, 'orders:refund')).toThrow(
      expect.objectContaining({ code: 'unauthorized' }),
    );
    expect(() => auth.authorize({ kind: 'customer', id: 'c' }, 'orders:refund')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});
