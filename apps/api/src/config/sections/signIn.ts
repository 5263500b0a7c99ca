import { isOfDomain } from '../../utils/isOfDomain.ts';
import type { Environment } from '../schema.ts';
import { httpOf } from './http.ts';

/** Which pages may use passkeys. */
export function webauthnOf(env: Environment) {
  const { publicUrl, corsOrigins } = httpOf(env);
  const rpId = env.WEBAUTHN_RP_ID ?? new URL(publicUrl).hostname;
  const found = [publicUrl, ...corsOrigins].filter((origin) => isOfDomain(origin, rpId));
  return { rpId, origins: env.WEBAUTHN_ORIGINS ?? [...new Set(found)] };
}

/** Whom people may sign in with, and where that may end. */
export function signInOf(env: Environment) {
  const { publicUrl, corsOrigins } = httpOf(env);
  const named = env.SIGN_IN_ORIGINS ?? corsOrigins.filter((origin) => origin !== '*');
  return {
    google: clientOf(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
    github: clientOf(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET),
    githubUrl: env.GITHUB_URL,
    githubApiUrl: env.GITHUB_API_URL.replace(/\/$/, ''),
    oidc: env.OIDC_PROVIDERS ?? [],
    /** The first has the page to which a sign-in returns that names none. */
    origins: named.length > 0 ? named : [publicUrl],
  };
}

function clientOf(clientId: string | undefined, clientSecret: string | undefined) {
  return clientId === undefined || clientSecret === undefined
    ? undefined
    : { clientId, clientSecret };
}
