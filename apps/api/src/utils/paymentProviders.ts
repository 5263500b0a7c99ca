/** How a shopper can ask to pay; `manual` is outside of the shop: bank transfer, cash on delivery. */
export const checkoutProviders = ['stripe', 'manual'] as const;

/** How an order can be paid; `credit` is a gift card or store credit, `none` is for one that costs nothing. */
export const providerNames = [...checkoutProviders, 'credit', 'none'] as const;

export type CheckoutProvider = (typeof checkoutProviders)[number];
export type ProviderName = (typeof providerNames)[number];
