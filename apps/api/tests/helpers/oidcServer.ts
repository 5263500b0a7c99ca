import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What the server says of someone. */
export interface OidcPerson {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly locale?: string;
  readonly hd?: string;
}

/** A real provider of OpenID Connect on this machine, with its pages for signing in and consent. */
export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** By their logins. */
  readonly people: Map<string, OidcPerson>;
  /** Changes ID tokens on their way; undefined leaves them as they are. */
  tamper: ((idToken: string) => string) | undefined;
  /** Signs an ID token again, with other claims. */
  resign(idToken: string, claims: object): string;
  /** The issuer that the metadata names; undefined for the server itself. */
  metadataIssuer: string | undefined;
  /** Answers everything with 503. */
  isDown: boolean;
  /** Requests that have come in. */
  requests: number;
  close(): Promise<void>;
}

/** @param callbackUrl the client's redirect URI. @param port any free one by default */
export async function startOidcServer(callbackUrl: string, port = 0): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const handle: OidcServer = {
    issuer,
    clientId: 'shop',
    clientSecret: 'the secret of the shop',
    people: new Map(),
    tamper: undefined,
    resign(idToken, claims) {
      const [header = '', payload = ''] = idToken.split('.');
      const old = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      const signed = Buffer.from(JSON.stringify({ ...old, ...claims })).toString('base64url');
      const input = `${header}.${signed}`;
      return `${input}.${sign('RSA-SHA256', Buffer.from(input), privateKey).toString('base64url')}`;
    },
    metadataIssuer: undefined,
    isDown: false,
    requests: 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  // It warns that its pages are for tests.
  const warnings = jest.spyOn(console, 'warn').mockReturnValue();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: handle.clientId,
        client_secret: handle.clientSecret,
        redirect_uris: [callbackUrl],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['a key of the test'] },
    claims: {
      openid: ['sub', 'hd'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name', 'locale'],
    },
    findAccount: (_ctx, login) => ({
      accountId: login,
      claims: () => ({ sub: login, ...handle.people.get(login) }),
    }),
  });
  warnings.mockRestore();
  provider.use(async (ctx, next) => {
    await next();
    const { tamper, metadataIssuer } = handle;
    if (metadataIssuer !== undefined && ctx.path.startsWith('/.well-known/')) {
      ctx.body = { ...(ctx.body as object), issuer: metadataIssuer };
    }
    const body = ctx.body as { id_token?: string } | undefined;
    if (tamper && ctx.path === '/token' && body?.id_token) {
      ctx.body = { ...body, id_token: tamper(body.id_token) };
    }
  });
  const answer = provider.callback();
  server.on('request', (req, res) => {
    handle.requests++;
    if (handle.isDown) res.writeHead(503).end();
    else void answer(req, res);
  });
  return handle;
}
