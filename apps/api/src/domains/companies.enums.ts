/** What a member of a company may do: an approver completes the carts of others, an admin as well. */
export const companyRoles = ['buyer', 'approver', 'admin'] as const;
export type CompanyRole = (typeof companyRoles)[number];

/** What the registry of VAT ids has last said. */
export const vatStatuses = ['unverified', 'valid', 'invalid'] as const;
export type VatStatus = (typeof vatStatuses)[number];

/** Why a company pays no tax. */
export const exemptionReasons = [
  'reverse_charge',
  'resale',
  'nonprofit',
  'government',
  'diplomatic',
  'other',
] as const;
export type ExemptionReason = (typeof exemptionReasons)[number];
