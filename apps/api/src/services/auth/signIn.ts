import type { SessionMode, SignInMethod } from '../../domains/auth.enums.ts';
import type { Context } from '../../kernel/context.ts';
import type { FactorChallenge } from '../factors.service.ts';

/** What a sign-in knows of its request. */
export interface SignInContext extends Context {
  readonly userAgent?: string;
}

/** Someone whose first factor is proved. */
export interface SignIn {
  readonly userId: string;
  readonly method: SignInMethod;
  /** How the client wants its tokens. */
  readonly mode: SessionMode;
  /** When a second factor was given too, as a passkey that verifies its user is. */
  readonly factorAt?: Date | null;
  /** What the device showed of an earlier sign-in. */
  readonly deviceToken?: string | undefined;
  /** When the password was set, so that a session never outlives a change; not of providers. */
  readonly passwordChangedAt?: Date | null;
}

/** A user as the account shows them. */
interface AccountUser {
  readonly userId: string;
  readonly email: string;
  readonly isVerified: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly locale: string | null;
  readonly userCreatedAt: Date;
  /** Null for staff who are no customers. */
  readonly customerId: string | null;
}

/** A session as the account shows it. */
export interface AccountSession {
  readonly sessionId: string;
  readonly mode: SessionMode;
  readonly userAgent: string | null;
  /** The network it was used from last. */
  readonly ip: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export type Account = AccountUser & AccountSession;

/** A session with the tokens that open it, which are stored nowhere. */
export interface OpenedSession {
  readonly account: Account;
  readonly accessToken: string;
  /** Seconds until the access token must be replaced. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  /** What writes by cookie repeat. */
  readonly csrfToken: string;
  /** Shown at the next sign-in, it says that the device is known; missing after a refresh. */
  readonly deviceToken?: string;
}

export type SignInResult =
  | ({ readonly status: 'signed_in' } & OpenedSession)
  | { readonly status: 'factor_required'; readonly challenge: FactorChallenge };
