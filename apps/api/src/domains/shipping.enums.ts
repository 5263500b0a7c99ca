/** One price for every weight, or prices by bands of weight. */
export const shippingRateKinds = ['flat', 'weight'] as const;
export type ShippingRateKind = (typeof shippingRateKinds)[number];
