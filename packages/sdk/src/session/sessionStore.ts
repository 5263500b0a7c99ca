/** The tokens of a session. It is plain data and can be stored. */
export interface SessionTokens {
  mode: 'bearer' | 'cookie';
  /** In the mode `cookie` the browser keeps both, and scripts cannot read them. */
  accessToken?: string | undefined;
  refreshToken?: string | undefined;
  /** What writes by cookie repeat in `X-CSRF-Token`. */
  csrfToken?: string | undefined;
  /** When the access token expires, by this machine's clock: milliseconds since 1970. */
  expiresAt: number;
  /** Differs each time that tokens are replaced. */
  version: string;
}

/** What a store keeps of a shopper. */
export interface SavedSession {
  tokens?: SessionTokens | undefined;
  /** Says at the next sign-in that this device is known. It outlives the session. */
  deviceToken?: string | undefined;
}

/** Where the client keeps its session: in memory, or wherever the storefront decides. */
export interface SessionStore {
  load(): SavedSession | undefined | Promise<SavedSession | undefined>;
  save(saved: SavedSession): void | Promise<void>;
}

/** Keeps the session for as long as the client exists. @param saved where it begins, as on a server */
export function createMemoryStore(saved?: SavedSession): SessionStore {
  let kept = saved;
  return {
    load: () => kept,
    save: (next) => {
      kept = next;
    },
  };
}

/**
 * Keeps the session in a browser's storage, for all tabs: `createStorageStore(localStorage)`. In the mode
 * `bearer` every script of the page can read its tokens; in the mode `cookie` it contains none that signs in.
 */
export function createStorageStore(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  key = 'cartwright.session',
): SessionStore {
  return {
    load() {
      const text = storage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as SavedSession);
    },
    save: (saved) => storage.setItem(key, JSON.stringify(saved)),
  };
}
