/** Entries of one address book. */
export const MAX_ADDRESSES = 50;
