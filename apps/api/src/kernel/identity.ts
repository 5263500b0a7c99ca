/** A signed-in person: what a request may know of its session. */
export interface Identity {
  readonly userId: string;
  readonly sessionId: string;
  /** Null for staff who are no customers. */
  readonly customerId: string | null;
  /** Whether the e-mail address is proved. */
  readonly isVerified: boolean;
  /** Whether the person has a role, so is staff. */
  readonly isStaff: boolean;
  /** By all roles: of staff (none while there is a `staffLock`), and what a customer may do with what is theirs. */
  readonly permissions: ReadonlySet<string>;
  /** When those of them end that are granted for a limited time only. */
  readonly permissionEnds: ReadonlyMap<string, Date>;
  /** When the password, passkey or provider was asked last. */
  readonly authenticatedAt: Date;
  /** When a second factor was given last. */
  readonly factorAt: Date | null;
  /** Whether the person has a second factor, which is then asked for. */
  readonly hasFactor: boolean;
  /** By when someone of staff needs a second factor; null where none is missing. */
  readonly factorDueAt: Date | null;
  /** Why someone of staff may not act as such: */
  readonly staffLock: StaffLock | null;
}

/** There is no second factor and the time for adding one is over; or this session never gave it. */
type StaffLock = 'enrolment' | 'factor';

/** Who calls, before it is known what for. */
export type Caller =
  | { readonly kind: 'guest' }
  | { readonly kind: 'user'; readonly identity: Identity }
  /** A server with a secret key. */
  | MachineCaller
  /** The holder of `ADMIN_API_KEY`. */
  | { readonly kind: 'adminKey' };

/** What a key or a client of OAuth 2 may do. */
interface MachineCaller {
  readonly kind: 'apiKey';
  readonly id: string;
  readonly permissions: ReadonlySet<string>;
  /** When those of them end that the machine has not for an unlimited time. */
  readonly permissionEnds: ReadonlyMap<string, Date>;
}

/** Who is signed in, on a route that only people may call. @throws {Error} on any other. */
export function requireIdentity({ identity }: { readonly identity?: Identity }): Identity {
  if (!identity) throw new Error('This route lets in others than people');
  return identity;
}
