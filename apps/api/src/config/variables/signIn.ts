import { z } from 'zod';
import { oidcProviders, origin, origins } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

const group = 'Sign-in with others';

/** Which providers people may sign in with. */
export const signIn = {
  GOOGLE_CLIENT_ID: z.string().trim().optional().register(documentation, {
    group,
    description: 'Lets people sign in with Google; GOOGLE_CLIENT_SECRET is needed too.',
    example: '1234567890-a1b2c3.apps.googleusercontent.com',
  }),
  GOOGLE_CLIENT_SECRET: z.string().optional().register(documentation, {
    group,
    description: 'The secret of that client.',
    example: 'Zx8-3kQvT7mB2nL5wR9yD4cF',
    secret: true,
  }),
  GITHUB_CLIENT_ID: z.string().trim().optional().register(documentation, {
    group,
    description: 'Lets people sign in with GitHub; GITHUB_CLIENT_SECRET is needed too.',
    example: 'Iv1.8a61f9b3a7aba766',
  }),
  GITHUB_CLIENT_SECRET: z.string().optional().register(documentation, {
    group,
    description: 'The secret of that OAuth app.',
    example: '4f7d1c92b8e05a3366c1d9e2f8a7b5c4',
    secret: true,
  }),
  GITHUB_URL: origin().default('https://github.com').register(documentation, {
    group,
    description: 'Where people sign in with GitHub; another for GitHub Enterprise.',
    default: 'https://github.com',
    example: 'https://github.example.com',
  }),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.github.com')
    .register(documentation, {
      group,
      description: 'GitHub’s API; that of GitHub Enterprise has the path /api/v3.',
      default: 'https://api.github.com',
      example: 'https://github.example.com/api/v3',
    }),
  OIDC_PROVIDERS: oidcProviders().optional().register(documentation, {
    group,
    description:
      'Further providers of OpenID Connect, as a JSON list: `id` (part of the callback’s address), `name` (what buttons say), `issuer`, `clientId`, `clientSecret`, and `authoritativeFor`: domains of e-mail addresses that the provider itself assigns.',
    example:
      '[{"id":"acme","name":"Acme","issuer":"https://id.acme.example","clientId":"shop","clientSecret":"…","authoritativeFor":["acme.example"]}]',
    secret: true,
  }),
  SIGN_IN_ORIGINS: origins()
    .refine((values) => !values.includes('*'), 'must name the origins: * is no page to return to')
    .optional()
    .register(documentation, {
      group,
      description:
        'Origins of the pages to which a sign-in with a provider returns, comma-separated; the first is the default.',
      default: 'CORS_ORIGINS without *, or else PUBLIC_URL',
      example: 'https://shop.example',
    }),
};
