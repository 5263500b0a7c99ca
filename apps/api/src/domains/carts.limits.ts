/** Units of one line. */
export const MAX_QUANTITY = 9_999;

/** Lines of one cart. */
export const MAX_LINES = 100;
