/** Only an active user signs in; an erased one no longer has personal data. */
export const userStatuses = ['active', 'disabled', 'erased'] as const;
