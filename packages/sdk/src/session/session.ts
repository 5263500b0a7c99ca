import type { components } from '../generated/schema.ts';
import { newIdempotencyKey } from '../idempotencyKey.ts';
import { isProblem } from '../problem.ts';
import { createMemoryStore, type SessionStore, type SessionTokens } from './sessionStore.ts';

type SignedIn = components['schemas']['SignedIn'];

/** Why a session is over: the shopper has signed out, or the shop refuses to continue it. */
export type SessionEnd = 'signed_out' | 'refused';

/** How the client keeps a session. */
export interface SessionOptions {
  /**
   * `bearer` (the default): the client has the tokens and sends them. `cookie`: the browser has them, where
   * scripts cannot read them; for storefronts of the shop's own site.
   */
  mode?: 'bearer' | 'cookie';
  /** Default: memory. */
  store?: SessionStore;
}

/** Exchanges a refresh token, or the one that the browser has. @throws {CartwrightProblem} */
export type Exchange = (refreshToken: string | undefined) => Promise<SignedIn>;

/** An access token is replaced when it has less time than this left, so that none expires on its way. */
const MARGIN_MS = 30_000;

/** The session of a client: who is signed in, and with which tokens. */
export class Session {
  readonly mode: 'bearer' | 'cookie';
  readonly #store: SessionStore;
  readonly #exchange: Exchange;
  readonly #listeners = new Set<(reason: SessionEnd) => void>();
  #replacing: Promise<SessionTokens | undefined> | undefined;

  constructor(
    { mode = 'bearer', store = createMemoryStore() }: SessionOptions,
    exchange: Exchange,
  ) {
    this.mode = mode;
    this.#store = store;
    this.#exchange = exchange;
  }

  /** The tokens as they are kept, or none. */
  async tokens(): Promise<SessionTokens | undefined> {
    return (await this.#store.load())?.tokens;
  }

  /** What says that this device has signed in before. */
  async deviceToken(): Promise<string | undefined> {
    return (await this.#store.load())?.deviceToken;
  }

  /** Keeps what says that this device is known, after a new password. */
  async know(deviceToken: string): Promise<void> {
    await this.#store.save({ ...(await this.#store.load()), deviceToken });
  }

  /** Keeps the tokens of a sign-in or a refresh. */
  async open(signedIn: SignedIn): Promise<SessionTokens> {
    const { mode, accessToken, refreshToken, csrfToken, expiresIn } = signedIn;
    const expiresAt = Date.now() + expiresIn * 1000;
    const version = newIdempotencyKey();
    const tokens = { mode, accessToken, refreshToken, csrfToken, expiresAt, version };
    const deviceToken = signedIn.deviceToken ?? (await this.deviceToken());
    await this.#store.save({ tokens, deviceToken });
    return tokens;
  }

  /**
   * The tokens to send with a request, replaced first where they are about to expire.
   * @throws what `replace` throws, where they have expired already
   */
  async fresh(): Promise<SessionTokens | undefined> {
    const tokens = await this.tokens();
    if (!tokens || tokens.expiresAt - Date.now() > MARGIN_MS) return tokens;
    try {
      return await this.replace(tokens);
    } catch (error) {
      if (tokens.expiresAt > Date.now()) return tokens;
      throw error;
    }
  }

  /**
   * Replaces tokens that the shop no longer takes, once for all that ask: calls share one exchange, and
   * one that comes later finds the tokens replaced.
   * @returns the next tokens; none where the session is over.
   * @throws {CartwrightConnectionError} without an answer: the session may continue later.
   */
  replace(stale: SessionTokens): Promise<SessionTokens | undefined> {
    this.#replacing ??= this.#replace(stale).finally(() => {
      this.#replacing = undefined;
    });
    return this.#replacing;
  }

  async #replace(stale: SessionTokens): Promise<SessionTokens | undefined> {
    const current = await this.tokens();
    if (current?.version !== stale.version) return current;
    const opened = await this.#exchange(stale.refreshToken).catch((error: unknown) => {
      if (isRefused(error)) return undefined;
      throw error;
    });
    // Meanwhile the shopper may have signed out, or in as someone else.
    const now = await this.tokens();
    if (now?.version !== stale.version) return now;
    if (opened) return this.open(opened);
    await this.end('refused');
    return undefined;
  }

  /** Forgets the tokens, and tells the listeners where there were any. @returns what they were. */
  async end(reason: SessionEnd): Promise<SessionTokens | undefined> {
    const saved = await this.#store.load();
    if (!saved?.tokens) return undefined;
    await this.#store.save({ deviceToken: saved.deviceToken });
    for (const listener of this.#listeners) listener(reason);
    return saved.tokens;
  }

  /** Calls the listener when a session ends. @returns a function that stops it. */
  onEnd(listener: (reason: SessionEnd) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** Without its cookie, a browser has no refresh token to send: that is a `validation_failed`. */
function isRefused(error: unknown): boolean {
  return isProblem(error, 'invalid_refresh_token') || isProblem(error, 'validation_failed');
}
