/** The configured numbers that limits are multiples of; 0 is no limit. */
export type LimitBase = 'requests' | 'files' | 'codes' | 'signIns' | 'checkouts' | 'failedSignIns';

/** By whom requests are counted; `shop` is everyone together. */
export type Tier = 'address' | 'account' | 'key' | 'shop';

/** What a limit counts, by whom and how. */
export interface LimitClassDefinition {
  readonly of: LimitBase;
  /** By whom it counts: how many times the configured number each may send in a window. */
  readonly tiers: Readonly<Partial<Record<Tier, number>>>;
  /** Length of its window, where it is not the configured one. */
  readonly windowSeconds?: number;
  /**
   * - `settled`: each process counts for itself and exchanges its counts with the others in the
   *   background, so that a request costs no round trip; the limit may be exceeded by a little.
   * - `exact`: one statement counts before the request is looked at.
   */
  readonly counting: 'settled' | 'exact';
  /** What happens to requests while the store of the counts cannot be reached. */
  readonly whenUnavailable: 'admit' | 'refuse';
}

/** Each class counts separately. A route names those that apply to it beside `browse`: see `Route.limit`. */
export const limitClasses = {
  /** All requests of the API. An account or a key counts instead of its address. */
  browse: {
    of: 'requests',
    tiers: { address: 1, account: 2, key: 10 },
    counting: 'settled',
    whenUnavailable: 'admit',
  },
  /** What is not the API: pictures, documents, unknown paths. */
  files: { of: 'files', tiers: { address: 1 }, counting: 'settled', whenUnavailable: 'admit' },
  /** What is sent to a provider's webhook without its signature. */
  unsignedWebhooks: {
    of: 'requests',
    tiers: { address: 1 },
    counting: 'settled',
    whenUnavailable: 'admit',
  },
  /** Admin keys, API keys and tokens that are wrong. */
  wrongKeys: { of: 'codes', tiers: { address: 1 }, counting: 'exact', whenUnavailable: 'refuse' },
  /** Codes that an answer confirms or denies, each of them. */
  codes: {
    of: 'codes',
    tiers: { address: 1, account: 1 },
    counting: 'exact',
    whenUnavailable: 'refuse',
  },
  /** Not by the account that a sign-in names: a stranger could lock its holder out (services/auth/attempts.ts). */
  signIn: {
    of: 'signIns',
    tiers: { address: 1, account: 3 },
    counting: 'exact',
    whenUnavailable: 'refuse',
  },
  /** Not by the address that a registration names, as that of a sign-in: see services/auth/register.ts. */
  register: {
    of: 'signIns',
    tiers: { address: 2 },
    windowSeconds: 3600,
    counting: 'exact',
    whenUnavailable: 'refuse',
  },
  /**
   * Mails with links, for the account of who is signed in. How many an address gets is limited without a
   * refusal (services/auth/issueToken.ts): a stranger could keep its owner from a new password.
   */
  reset: {
    of: 'signIns',
    tiers: { address: 2, account: 0.5 },
    windowSeconds: 3600,
    counting: 'exact',
    whenUnavailable: 'refuse',
  },
  newsletter: {
    of: 'signIns',
    tiers: { address: 2 },
    windowSeconds: 3600,
    counting: 'exact',
    whenUnavailable: 'refuse',
  },
  /** Options for passkeys, each of which is kept for minutes. */
  passkeyOptions: {
    of: 'signIns',
    tiers: { address: 3 },
    counting: 'exact',
    whenUnavailable: 'refuse',
  },
  /** A shop that can take no orders is worse than one that takes too many. */
  checkout: {
    of: 'checkouts',
    tiers: { address: 1, account: 1, key: 20 },
    counting: 'exact',
    whenUnavailable: 'admit',
  },
  /**
   * Limits nothing: from this count on, sign-in and registration demand a proof of work; sign-in, too,
   * with the account that it names.
   */
  failedSignIns: {
    of: 'failedSignIns',
    tiers: { address: 1, account: 2, shop: 20 },
    windowSeconds: 600,
    counting: 'exact',
    whenUnavailable: 'refuse',
  },
} satisfies Readonly<Record<string, LimitClassDefinition>>;

export type LimitClass = keyof typeof limitClasses;

/**
 * A limit of a route: by its name, each request counts once; with a member of the body, as often as
 * that has entries, and not at all where the request lacks it.
 */
export type RouteLimit = LimitClass | { readonly class: LimitClass; readonly per: string };

/** Who sends a request, as far as limits know. */
export interface Subjects {
  /** An IPv4 address or an IPv6 network. */
  readonly address: string;
  readonly account?: string;
  readonly key?: string;
}

/** Something to be counted. */
export interface Charge {
  readonly class: LimitClass;
  readonly tier: Tier;
  /** Who is charged, among those of the tier. */
  readonly id: string;
  /** As how many requests it counts; 1 if left out. */
  readonly cost?: number;
}

/** What someone has left of a limit. */
export interface Allowance {
  readonly isUsedUp: boolean;
  readonly max: number;
  readonly windowSeconds: number;
  /** Until its window ends. */
  readonly seconds: number;
  /** For the answer, after draft-ietf-httpapi-ratelimit-headers. */
  readonly limit: string;
  readonly policy: string;
}
