/** Of one company. */
export const MAX_LOCATIONS = 100;
export const MAX_MEMBERS = 500;
export const MAX_QUANTITY_RULES = 1000;

/** Days of the longest payment terms. */
export const MAX_TERMS_DAYS = 365;
