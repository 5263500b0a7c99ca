/** What lists of customers are sorted by; "-" sorts down. */
export const customerSorts = [
  '-createdAt',
  'createdAt',
  '-orders',
  'orders',
  '-spent',
  'spent',
  '-lastOrderAt',
  'lastOrderAt',
] as const;
export type CustomerSort = (typeof customerSorts)[number];

/** What the timeline of a customer is made of. */
export const timelineKinds = ['order', 'sign_in', 'consent', 'act'] as const;
export type TimelineKind = (typeof timelineKinds)[number];
