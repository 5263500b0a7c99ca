import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who is signed in at GitHub. */
interface GitHubUser {
  readonly id: number;
  readonly name: string | null;
  readonly emails: readonly { email: string; primary: boolean; verified: boolean }[];
}

/** A small server that speaks GitHub's protocol: OAuth 2 with PKCE, and its API of users. */
export interface GitHubServer {
  readonly url: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next, and consents. */
  user: GitHubUser;
  isDown: boolean;
  close(): Promise<void>;
}

interface Grant {
  readonly user: GitHubUser;
  readonly redirectUri: string;
  readonly challenge: string;
}

/** @param user who signs in. */
export async function startGitHubServer(user: GitHubUser): Promise<GitHubServer> {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, GitHubUser>();

  function authorize({ searchParams }: URL): string {
    const get = (name: string) => searchParams.get(name) ?? '';
    if (get('client_id') !== handle.clientId) throw new Error('The client is not known');
    if (get('code_challenge_method') !== 'S256') throw new Error('There is no challenge');
    const code = randomBytes(10).toString('hex');
    const redirectUri = get('redirect_uri');
    codes.set(code, { user: handle.user, redirectUri, challenge: get('code_challenge') });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', get('state'));
    return back.href;
  }

  function exchange(form: URLSearchParams): object {
    const code = form.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isRight =
      form.get('client_id') === handle.clientId &&
      form.get('client_secret') === handle.clientSecret &&
      grant?.redirectUri === form.get('redirect_uri') &&
      grant?.challenge === challenge;
    if (!grant || !isRight) return { error: 'bad_verification_code' };
    const token = `gho_${randomBytes(18).toString('hex')}`;
    tokens.set(token, grant.user);
    return { access_token: token, token_type: 'bearer', scope: 'read:user,user:email' };
  }

  const server = createServer((req, res) => {
    const json = (status: number, body: object) =>
      res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    void (async () => {
      const address = new URL(req.url ?? '/', handle.url);
      if (handle.isDown) return json(503, { message: 'No server is currently available' });
      if (address.pathname === '/login/oauth/authorize') {
        return res.writeHead(302, { Location: authorize(address) }).end();
      }
      if (address.pathname === '/login/oauth/access_token') {
        return json(200, exchange(new URLSearchParams(await textOf(req))));
      }
      const known = tokens.get(req.headers.authorization?.replace('Bearer ', '') ?? '');
      if (!known || req.headers['user-agent'] === undefined) {
        return json(401, { message: 'Bad credentials' });
      }
      const { emails, ...profile } = known;
      return json(200, address.pathname.endsWith('/emails') ? emails : profile);
    })().catch((error: unknown) => json(500, { message: String(error) }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handle: GitHubServer = {
    url,
    apiUrl: `${url}/api/v3`,
    clientId: 'Iv1.8a61f9b3a7aba766',
    clientSecret: 'the secret of the app',
    user,
    isDown: false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return handle;
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of req) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}
