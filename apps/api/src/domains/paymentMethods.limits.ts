/** Saved cards of one customer, with those whose form was opened in the last day. */
export const MAX_PAYMENT_METHODS = 20;
