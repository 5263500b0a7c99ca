/** Only an active user signs in; an erased one no longer has personal data. */
export const userStatuses = ['active', 'disabled', 'erased'] as const;

/** How a client keeps the tokens of its session: itself, or as cookies that scripts cannot read. */
export const sessionModes = ['bearer', 'cookie'] as const;
export type SessionMode = (typeof sessionModes)[number];

/** What someone signed in with. */
export type SignInMethod = 'password' | 'passkey' | 'provider';

export type UserStatus = (typeof userStatuses)[number];
