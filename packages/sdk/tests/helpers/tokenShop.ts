import {
  answer,
  cut,
  openScriptedShop,
  refuse,
  type ScriptedShop,
  type Step,
} from './scriptedShop.ts';

/** What a sign-in with the mode `bearer` has. */
export const signedIn = {
  mode: 'bearer',
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
} as const;

/** A shop that signs everyone in but those with a wrong password, and whose access tokens a test ends. */
interface TokenShop {
  readonly server: ScriptedShop;
  /** Makes the access tokens so far invalid. */
  readonly expireTokens: () => void;
  /** Makes refreshes fail from now on. */
  readonly revoke: () => void;
  /** Cuts the connection of the next refreshes. */
  readonly cutRefreshes: (count: number) => void;
  /** Seconds for which the next tokens say that they are valid. */
  readonly setLifetime: (seconds: number) => void;
  /** Delays the answer to each request from now on, in ms. */
  readonly delayFor: (delay: (index: number) => number) => void;
}

export async function openTokenShop(): Promise<TokenShop> {
  let [tokens, validFrom, lifetime, cuts, requests] = [0, 0, 900, 0, 0];
  let revoked = false;
  let delay = (_index: number) => 0;

  const open = (mode: string): Step => {
    tokens += 1;
    const shared = { status: 'signed_in', expiresIn: lifetime, user: { id: 'usr_1' }, session: {} };
    const secrets =
      mode === 'cookie'
        ? { csrfToken: 'csrf-1' }
        : {
            accessToken: `access-${tokens}`,
            refreshToken: `refresh-${tokens}`,
            deviceToken: 'device-1',
          };
    return answer(200, { data: { ...shared, mode, ...secrets } });
  };

  const refresh = (body: { refreshToken?: string }): Step => {
    if (cuts > 0) {
      cuts -= 1;
      return cut;
    }
    if (revoked) return refuse(401, 'invalid_refresh_token');
    return open(body.refreshToken === undefined ? 'cookie' : 'bearer');
  };

  const stepFor: (request: Parameters<Step>[1]) => Step = ({ url, body, headers }) => {
    const sent = body === '' ? {} : (JSON.parse(body) as Record<string, string>);
    if (url.endsWith('/auth/login')) {
      return sent['password'] === 'wrong'
        ? refuse(401, 'invalid_credentials')
        : open(sent['mode'] ?? 'bearer');
    }
    if (url.endsWith('/auth/refresh')) return refresh(sent);
    if (url.endsWith('/auth/logout')) return answer(200, { data: { status: 'signed_out' } });
    // The cookies of a browser are those of the last answer.
    const given = Number(/access-(\d+)$/.exec(headers.authorization ?? '')?.[1] ?? tokens);
    const isOwn = url.endsWith('/me');
    if (given <= validFrom && (isOwn || tokens > 0)) return refuse(401, 'unauthorized');
    return answer(200, { data: { id: 'cus_1', user: { id: 'usr_1' } } });
  };

  const server = await openScriptedShop((response, request) => {
    const step = stepFor(request);
    setTimeout(() => step(response, request), delay(requests++));
  });
  return {
    server,
    expireTokens: () => {
      validFrom = tokens;
    },
    revoke: () => {
      revoked = true;
      validFrom = tokens;
    },
    cutRefreshes: (count) => {
      cuts = count;
    },
    setLifetime: (seconds) => {
      lifetime = seconds;
    },
    delayFor: (next) => {
      requests = 0;
      delay = next;
    },
  };
}
