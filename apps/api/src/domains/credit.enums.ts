/** A gift card is known by its code; store credit belongs to a customer. */
export const creditKinds = ['gift_card', 'store_credit'] as const;
export type CreditKind = (typeof creditKinds)[number];

export const creditEntryKinds = ['issued', 'held', 'released', 'refunded', 'adjusted'] as const;
export type CreditEntryKind = (typeof creditEntryKinds)[number];
