/** What a link of a mail is for: `{action}` of ACCOUNT_PAGE_URL. */
export const accountActions = ['data-export', 'newsletter', 'unsubscribe'] as const;
export type AccountAction = (typeof accountActions)[number];
