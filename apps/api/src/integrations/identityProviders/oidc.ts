import type { Configuration } from 'openid-client';
import {
  IdentityProviderUnavailable,
  IdentityRefusal,
  type IdentityProvider,
  type ProviderAnswer,
  type ProviderAttempt,
} from '../../ports/identityProvider.ts';
import { once } from '../../utils/once.ts';
import { readEmail, readProfile } from './claims.ts';
import { providerFetch } from './providerFetch.ts';

export interface OidcOptions {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Domains of addresses that the provider assigns itself. */
  readonly authoritativeFor: readonly string[];
  /** Whether the claim `hd` names the domain of an organization whose addresses it assigns, too. */
  readonly hasHostedDomains?: boolean;
}

/** Providers move their endpoints seldom, and say so long before. */
const METADATA_MS = 3_600_000;

/** Loaded with the first sign-in. */
const loadLibrary = once(() => import('openid-client'));
type Library = Awaited<ReturnType<typeof loadLibrary>>;

/** A provider of OpenID Connect, found by discovery. */
export function createOidcProvider(options: OidcOptions): IdentityProvider {
  const { id, name, authoritativeFor, hasHostedDomains = false } = options;
  let discovered: { readonly client: Configuration; readonly until: number } | undefined;

  async function discover(library: Library): Promise<Configuration> {
    if (discovered && discovered.until > Date.now()) return discovered.client;
    const client = await discoverClient(library, options);
    discovered = { client, until: Date.now() + METADATA_MS };
    return client;
  }

  return {
    id,
    name,

    async authorizationUrl({ state, nonce, codeVerifier, callbackUrl }) {
      const library = await loadLibrary();
      const client = await discover(library);
      return library.buildAuthorizationUrl(client, {
        redirect_uri: callbackUrl,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await library.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      }).href;
    },

    async identify(attempt, answer) {
      const library = await loadLibrary();
      const client = await discover(library);
      const claims = await readClaims(library, client, { attempt, answer });
      const email = readEmail(claims['email']);
      const isEmailVerified = claims['email_verified'] === true;
      return {
        issuer: String(claims['iss']),
        subject: String(claims['sub']),
        email,
        isEmailVerified,
        isAuthoritative:
          isEmailVerified &&
          isAssignedBy(email, [...authoritativeFor, ...(hasHostedDomains ? [claims['hd']] : [])]),
        ...readProfile({
          given: claims['given_name'],
          family: claims['family_name'],
          full: claims['name'],
          locale: claims['locale'],
        }),
      };
    },
  };
}

function isAssignedBy(email: string | undefined, domains: readonly unknown[]): boolean {
  return email !== undefined && domains.includes(email.slice(email.lastIndexOf('@') + 1));
}

async function discoverClient(
  library: Library,
  { issuer, clientId, clientSecret }: OidcOptions,
): Promise<Configuration> {
  const address = new URL(issuer);
  const [byPost, byHeader] = [
    library.ClientSecretPost(clientSecret),
    library.ClientSecretBasic(clientSecret),
  ];
  try {
    return await library.discovery(
      address,
      clientId,
      undefined,
      (server, client, body, headers) => {
        const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
        const authenticate = known.includes('client_secret_basic') ? byHeader : byPost;
        authenticate(server, client, body, headers);
      },
      {
        [library.customFetch]: (url, init) => providerFetch(url, init as RequestInit),
        execute: [
          // Signatures of ID tokens are verified, although they come from the provider itself.
          library.enableNonRepudiationChecks,
          // The configuration lets http: stand for this machine alone.
          ...(address.protocol === 'http:' ? [library.allowInsecureRequests] : []),
        ],
      },
    );
  } catch (cause) {
    throw new IdentityProviderUnavailable(`The discovery of ${issuer} has failed`, { cause });
  }
}

interface Returned {
  readonly attempt: ProviderAttempt;
  readonly answer: ProviderAnswer;
}

/** The claims of the verified ID token, and where it has no address, those of the user info. */
async function readClaims(
  library: Library,
  client: Configuration,
  { attempt, answer }: Returned,
): Promise<Readonly<Record<string, unknown>>> {
  const address = new URL(attempt.callbackUrl);
  address.search = new URLSearchParams(answer).toString();
  try {
    const tokens = await library.authorizationCodeGrant(client, address, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new IdentityRefusal('provider_refused', 'There is no ID token');
    const isComplete = claims['email'] !== undefined;
    if (isComplete || client.serverMetadata().userinfo_endpoint === undefined) return claims;
    const info = await library.fetchUserInfo(client, tokens.access_token, claims.sub);
    // Whether an address is verified is said by who names it.
    const { email_verified: _ofNone, ...rest } = claims;
    return { ...info, ...rest };
  } catch (error) {
    throw refusalOf(library, error);
  }
}

/** What a failure means; the library wraps what our own fetch throws. */
function refusalOf({ AuthorizationResponseError }: Library, error: unknown): Error {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof IdentityProviderUnavailable || at instanceof IdentityRefusal) return at;
  }
  if (error instanceof AuthorizationResponseError) {
    if (['server_error', 'temporarily_unavailable'].includes(error.error)) {
      return new IdentityProviderUnavailable(`The provider answers ${error.error}`);
    }
    const reason = error.error === 'access_denied' ? error.error : 'provider_refused';
    return new IdentityRefusal(reason, 'The provider has refused', { cause: error });
  }
  const message = 'What the provider has sent is not valid';
  return new IdentityRefusal('provider_refused', message, { cause: error });
}
