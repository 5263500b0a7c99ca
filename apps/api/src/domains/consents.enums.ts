/** What newsletters are about. */
export const consentTopics = ['newsletter', 'offers', 'surveys'] as const;
export type ConsentTopic = (typeof consentTopics)[number];

/** What an address has agreed to; without a row, and a week after `pending`, nothing. */
export const consentStates = ['not_subscribed', 'pending', 'subscribed', 'unsubscribed'] as const;
export type ConsentState = (typeof consentStates)[number];

/**
 * How a consent was given. `existing_customer` is the exception of the law for those who have bought,
 * with its own wording; `unknown` allows no mail.
 */
export const consentLevels = [
  'single_opt_in',
  'confirmed_opt_in',
  'existing_customer',
  'unknown',
] as const;
export type ConsentLevel = (typeof consentLevels)[number];

/** The version of the text that forms of the shop show; a new text gets a new version. */
export const CURRENT_WORDING = 'newsletter-2026-11';
