import type { IdentityProvider } from '../ports/identityProvider.ts';
import { guardProvider } from './identityProviders/circuit.ts';
import { createGitHub } from './identityProviders/github.ts';
import { createOidcProvider, type OidcOptions } from './identityProviders/oidc.ts';

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Options {
  readonly google: Client | undefined;
  readonly github: Client | undefined;
  readonly githubUrl: string;
  readonly githubApiUrl: string;
  readonly oidc: readonly OidcOptions[];
}

const google = {
  id: 'google',
  name: 'Google',
  issuer: 'https://accounts.google.com',
  authoritativeFor: ['gmail.com', 'googlemail.com'],
  hasHostedDomains: true,
};

/** The providers of the configuration, in the order in which a page shows them. */
export function createIdentityProviders(options: Options): IdentityProvider[] {
  const { github, githubUrl: url, githubApiUrl: apiUrl, oidc } = options;
  return [
    ...(options.google ? [createOidcProvider({ ...google, ...options.google })] : []),
    ...(github ? [createGitHub({ ...github, url, apiUrl })] : []),
    ...oidc.map(createOidcProvider),
  ].map(guardProvider);
}
