/** A publishable key names a storefront, a secret one acts for a server. */
export const apiKeyKinds = ['publishable', 'secret'] as const;

export type ApiKeyKind = (typeof apiKeyKinds)[number];
