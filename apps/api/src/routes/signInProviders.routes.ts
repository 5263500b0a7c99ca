import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { signInCookiesSchema, signInSchema } from '../validators/auth.validator.ts';
import {
  addIdentityBodySchema,
  begunSchema,
  callbackQuerySchema,
  exchangeBodySchema,
  identityParamsSchema,
  identitySchema,
  linkBodySchema,
  providerParamsSchema,
  providerSchema,
  removedIdentitySchema,
  startBodySchema,
} from '../validators/signInProviders.validator.ts';

const shared = { tag: 'Sign-in providers', cache: 'private' } as const;
/** Every caller is a stranger, and nothing of these requests and answers is kept. */
const open = { ...shared, permission: 'public', ignoresCaller: true } as const;

export const signInProviderRoutes = defineRoutes({
  listSignInProviders: {
    ...open,
    method: 'get',
    path: '/auth/providers',
    summary: 'List the providers to sign in with',
    links: { signInProviders: { title: 'Providers to sign in with' } },
    request: {},
    responses: {
      200: { description: 'In the order of buttons.', schema: z.array(providerSchema) },
    },
    errors: [],
  },
  startProviderSignIn: {
    ...open,
    method: 'post',
    path: '/auth/providers/:provider/start',
    summary: 'Begin a sign-in with a provider',
    description:
      'Keep `secret` in the browser and go to `url`. The provider sends the browser to the shop, and the shop to `redirectTo`, whose fragment then says how it went: `#provider=…&action=sign_in&code=…`, or `#provider=…&error=…` with `access_denied`, `provider_refused`, `provider_unavailable` or `sign_in_expired` (after ten minutes, or a second time).',
    idempotency: 'none',
    limit: 'signIn',
    request: { params: providerParamsSchema, body: startBodySchema },
    responses: { 200: { description: 'Where to go.', schema: begunSchema } },
    errors: ['not_found', 'redirect_not_allowed', 'sign_in_provider_unavailable'],
  },
  receiveProviderAnswer: {
    ...open,
    method: 'get',
    path: '/auth/providers/:provider/callback',
    summary: 'Come back from a provider',
    description:
      'The address to register with the provider as its redirect URI. The browser is sent on to the page that the sign-in has named.',
    request: { params: providerParamsSchema, query: callbackQuerySchema },
    responses: { 303: { description: 'To the page, with the outcome in the fragment.' } },
    errors: ['not_found'],
  },
  exchangeProviderCode: {
    ...open,
    method: 'post',
    path: '/auth/providers/exchange',
    summary: 'End a sign-in with a provider',
    description:
      'The answer is that of `POST /auth/login`, second factors included. Who signs in for the first time gets an account; its address is verified if the provider says so. If someone has an account with that verified address, the answer is `account_exists`, unless the provider assigns the address itself (Gmail and Google Workspace, `authoritativeFor`): sign in as before, then add the provider with `POST /auth/providers/{provider}/link`.',
    idempotency: 'none',
    links: { exchangeProviderCode: { title: 'End a sign-in with a provider (POST)' } },
    request: { body: exchangeBodySchema, cookies: signInCookiesSchema },
    responses: {
      200: { description: 'The session, or what it still needs.', schema: signInSchema },
    },
    errors: [
      'sign_in_code_invalid',
      'account_exists',
      'provider_email_missing',
      'invalid_credentials',
    ],
  },
  startProviderLink: {
    ...shared,
    method: 'post',
    path: '/auth/providers/:provider/link',
    summary: 'Begin to add a provider to the account',
    description:
      'As `POST /auth/providers/{provider}/start`; the fragment says `action=link`, and `POST /auth/identities` takes its code.',
    permission: 'account:write:own',
    freshFactor: true,
    idempotency: 'none',
    limit: 'signIn',
    request: { params: providerParamsSchema, body: linkBodySchema },
    responses: { 200: { description: 'Where to go.', schema: begunSchema } },
    errors: ['not_found', 'redirect_not_allowed', 'sign_in_provider_unavailable'],
  },
  listIdentities: {
    ...shared,
    method: 'get',
    path: '/auth/identities',
    summary: 'List the providers of the account',
    permission: 'account:read:own',
    request: {},
    responses: { 200: { description: 'The oldest first.', schema: z.array(identitySchema) } },
    errors: [],
  },
  addIdentity: {
    ...shared,
    method: 'post',
    path: '/auth/identities',
    summary: 'Add a provider to the account',
    description: 'Only for the account that has begun it.',
    permission: 'account:write:own',
    idempotency: 'none',
    request: { body: addIdentityBodySchema },
    responses: { 201: { description: 'It can be used from now on.', schema: identitySchema } },
    errors: ['sign_in_code_invalid', 'identity_taken'],
  },
  removeIdentity: {
    ...shared,
    method: 'delete',
    path: '/auth/identities/:identityId',
    summary: 'Remove a provider from the account',
    description: 'The last way to sign in stays (`last_sign_in_method`).',
    permission: 'account:write:own',
    freshFactor: true,
    request: { params: identityParamsSchema },
    responses: { 200: { description: 'It is removed.', schema: removedIdentitySchema } },
    errors: ['not_found', 'last_sign_in_method'],
  },
});
