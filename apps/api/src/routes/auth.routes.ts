import { defineRoutes } from '../kernel/route.ts';
import {
  acceptedSchema,
  accountSchema,
  loginBodySchema,
  deviceCookiesSchema,
  refreshBodySchema,
  refreshCookiesSchema,
  refreshedSchema,
  registerBodySchema,
  signedOutSchema,
  signInSchema,
} from '../validators/auth.validator.ts';

const shared = { tag: 'Accounts', cache: 'private' } as const;
/** Nothing of these requests and answers is kept, and every caller is a stranger. */
const open = {
  ...shared,
  method: 'post',
  permission: 'public',
  ignoresCaller: true,
  idempotency: 'none',
} as const;

export const authRoutes = defineRoutes({
  register: {
    ...open,
    path: '/auth/register',
    summary: 'Register an account',
    description:
      'The answer is the same whether the address is known. Its owner gets a mail: to verify the address, or that there is an account already.',
    links: { register: { title: 'Register an account (POST)' } },
    request: { body: registerBodySchema },
    responses: { 202: { description: 'A mail is on its way.', schema: acceptedSchema } },
    errors: [],
  },
  login: {
    ...open,
    path: '/auth/login',
    summary: 'Sign in with a password',
    description:
      'An unknown address, a wrong password and a disabled account get the same refusal. `factor_required` asks for a second factor.',
    links: { login: { title: 'Sign in (POST)' } },
    request: { body: loginBodySchema, cookies: deviceCookiesSchema },
    responses: {
      200: { description: 'The session, or what it still needs.', schema: signInSchema },
    },
    errors: ['invalid_credentials'],
  },
  refreshSession: {
    ...open,
    path: '/auth/refresh',
    summary: 'Exchange a refresh token',
    description:
      'Each token is exchanged once, for an access token and the next refresh token. One that comes again ends its session, except within ten seconds while its successor is unused: two tabs may race.',
    links: { refresh: { title: 'Exchange a refresh token (POST)' } },
    request: { body: refreshBodySchema, cookies: refreshCookiesSchema },
    responses: { 200: { description: 'The session.', schema: refreshedSchema } },
    errors: ['invalid_refresh_token'],
  },
  logout: {
    ...shared,
    method: 'post',
    path: '/auth/logout',
    summary: 'Sign out',
    description:
      'Ends the session of the access token, or of the refresh token where that one has expired. Without a session it does nothing.',
    permission: 'public',
    idempotency: 'none',
    links: { logout: { title: 'Sign out (POST)' } },
    request: { body: refreshBodySchema, cookies: refreshCookiesSchema },
    responses: { 200: { description: 'There is no session.', schema: signedOutSchema } },
    errors: [],
  },
  getAccount: {
    ...shared,
    method: 'get',
    path: '/auth/me',
    summary: 'Get who is signed in',
    permission: 'account:read:own',
    request: {},
    responses: { 200: { description: 'The user and the session.', schema: accountSchema } },
    errors: [],
  },
});
