/** What someone may prove with, besides the password. */
export const factorKinds = ['totp', 'passkey', 'backup_code'] as const;
export type FactorKind = (typeof factorKinds)[number];
