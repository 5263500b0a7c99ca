import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  IdentityRefusal,
  type IdentityProvider,
  type ProviderAnswer,
  type ProviderAttempt,
} from '../../ports/identityProvider.ts';
import { readEmail, readProfile } from './claims.ts';
import { providerFetch } from './providerFetch.ts';

interface GitHubOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people sign in. */
  readonly url: string;
  readonly apiUrl: string;
}

const tokenSchema = z.object({ access_token: z.string().min(1) });
const userSchema = z.object({ id: z.int().positive(), name: z.string().nullish() });
const emailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/**
 * GitHub speaks OAuth 2 and has no ID tokens: its API says who has signed in. It is authoritative for no
 * address, since it assigns none.
 */
export function createGitHub(options: GitHubOptions): IdentityProvider {
  const { clientId, url } = options;
  return {
    id: 'github',
    name: 'GitHub',

    authorizationUrl({ state, codeVerifier, callbackUrl }) {
      const address = new URL(`${url}/login/oauth/authorize`);
      address.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: callbackUrl,
        scope: 'read:user user:email',
        state,
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
      }).toString();
      return Promise.resolve(address.href);
    },

    async identify(attempt, answer) {
      const token = await exchangeCode(options, attempt, answer);
      const user = await ask(options, token, '/user', userSchema);
      const emails = await ask(options, token, '/user/emails', emailsSchema);
      const best =
        emails.find(({ primary, verified }) => primary && verified) ??
        emails.find(({ verified }) => verified) ??
        emails.find(({ primary }) => primary);
      return {
        issuer: url,
        subject: String(user.id),
        email: readEmail(best?.email),
        isEmailVerified: best?.verified === true,
        isAuthoritative: false,
        ...readProfile({ full: user.name }),
      };
    },
  };
}

async function exchangeCode(
  { clientId, clientSecret, url }: GitHubOptions,
  { codeVerifier, callbackUrl }: ProviderAttempt,
  { code, error }: ProviderAnswer,
): Promise<string> {
  if (code === undefined) {
    const reason = error === 'access_denied' ? error : 'provider_refused';
    throw new IdentityRefusal(reason, 'GitHub has sent no code');
  }
  const answer = await providerFetch(`${url}/login/oauth/access_token`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      code,
      redirect_uri: callbackUrl,
      code_verifier: codeVerifier,
    }),
  });
  // A refusal has the status 200, too.
  return (await read(answer, tokenSchema)).access_token;
}

async function ask<T>(
  { apiUrl }: GitHubOptions,
  token: string,
  path: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const answer = await providerFetch(apiUrl + path, {
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      // GitHub refuses requests that have none.
      'User-Agent': 'cartwright',
      'X-GitHub-Api-Version': '2022-11-28',
    },
  });
  return read(answer, schema);
}

async function read<T>(answer: Response, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(
    answer.ok ? await answer.json().catch(() => undefined) : undefined,
  );
  if (parsed.success) return parsed.data;
  // What it says may hold a token.
  throw new IdentityRefusal('provider_refused', `GitHub has refused (${answer.status})`);
}
