/** What mails show of the shop, and where they lead. */
export interface ShopDetails {
  readonly shopName: string;
  /** Of readers who have named no locale that the shop has words in. */
  readonly locale: string;
  readonly logoUrl: string | undefined;
  /** Of buttons, as #rrggbb. */
  readonly color: string;
  /** Lines at the foot of mails to customers. */
  readonly footer: readonly string[];
  /** URLs with the placeholders {id}, {number} and, for the customer, {token}. */
  readonly orderPageUrl: string | undefined;
  readonly staffOrderPageUrl: string | undefined;
  /** With the placeholder {action}: pages for links that carry a token. */
  readonly accountPageUrl: string;
  readonly mediaUrl: string;
  /** Where the API's paths begin. */
  readonly apiBase: string;
  /** The key by which a guest opens an order. */
  readonly orderTokenOf: (orderId: string) => string;
  /** The key that confirms a sign-up for newsletters. */
  readonly newsletterTokenOf: (requestId: string) => string;
  /** The key by which a data export is fetched. */
  readonly exportTokenOf: (request: { readonly id: string; readonly expiresAt: Date }) => string;
  /** The token in the link of a mail, by its id. */
  readonly linkTokenOf: (tokenId: string) => string;
}
