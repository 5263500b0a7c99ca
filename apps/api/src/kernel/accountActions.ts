/** Links whose page does one thing at a click. */
export const clickActions = ['data-export', 'newsletter', 'unsubscribe'] as const;
/** Links whose page has a form, for a password or the proof of an address. */
export const formActions = [
  'verify-email',
  'reset-password',
  'change-email',
  'invitation',
] as const;
export type FormAction = (typeof formActions)[number];

/** What a link of a mail is for: `{action}` of ACCOUNT_PAGE_URL. */
export type AccountAction = (typeof clickActions)[number] | FormAction;
