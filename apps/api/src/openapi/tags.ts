/** The parts of the API, in the order in which a shopper, then staff, then machines meet them. */
const groups = {
  Storefront: {
    Discovery: 'Where everything is: begin here.',
    Products: 'What can be bought: lists, search, and one product.',
    Categories: 'The tree of categories, and the collections.',
    Countries: 'What a form for an address asks for.',
    Carts:
      "A shopper's choice, priced: items, addresses, shipping, tax. Every answer is the whole cart; `ETag` and `If-Match` keep two tabs from overwriting each other.",
    Checkout: 'From cart to order: stock is reserved, prices are held, payment begins.',
    Orders: 'What was bought, how far it is, and what happened to it.',
    Payments:
      "Paying an order that is not paid yet. The browser confirms a payment at Stripe with its `clientSecret`; Stripe's notice then makes the order paid.",
    'Gift cards': 'What is on a card, for whoever has its code.',
  },
  Staff: {
    'Order administration':
      'Orders with the figures behind them: cancel, capture, take note of a payment.',
    Refunds: 'Money that goes back, in whole or in part, with the goods or without.',
    Disputes: 'Payers who told their bank that they do not owe.',
    'Credit accounts':
      'Gift cards and store credit: money that was paid in before, or given, and the ledger behind it.',
    Workflows: 'Checkouts and refunds as steps with deadlines: what is stuck, and what to do.',
    Jobs: 'The queue: what waits, what failed, what nobody will try again.',
  },
  Machines: {
    Webhooks:
      'What payment providers call. The shop receives webhooks and sends none of its own, so that the document has them as an operation here and not under `webhooks`, which is for what an API sends.',
    Operations: 'For those who run the shop: probes, and the check of its promises.',
  },
} as const satisfies Record<string, Record<string, string>>;

/** Every tag with its description. */
export const tags = Object.values(groups).flatMap((group) =>
  Object.entries(group).map(([name, description]) => ({ name, description })),
);

/** Which tags stand together in a reference (a vendor extension that Scalar and Redoc read). */
export const tagGroups = Object.entries(groups).map(([name, group]) => ({
  name,
  tags: Object.keys(group),
}));
