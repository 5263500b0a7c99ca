/** A publishable key names a storefront, a secret one acts for a server. */
export const apiKeyKinds = ['publishable', 'secret'] as const;

export type ApiKeyKind = (typeof apiKeyKinds)[number];

/** What is kept as keys are; a client of OAuth 2 shows its secret only for a token. */
export const machineKinds = [...apiKeyKinds, 'client'] as const;

export type MachineKind = (typeof machineKinds)[number];
