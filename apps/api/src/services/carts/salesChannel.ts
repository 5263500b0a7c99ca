/**
 * Whether a storefront may use the cart of this alias, as SQL: not one that another channel's has
 * opened. A request without a channel, and a cart of none, are of the default one, which all share.
 */
export const isOfChannel = (cart: string) =>
  `(:salesChannel::text IS NULL OR ${cart}.sales_channel IS NULL OR ${cart}.sales_channel = :salesChannel)`;
