/** What links of the chain leave for those after them, in `res.locals`. */
declare namespace Express {
  interface Locals {
    /** Set first of all. */
    requestId: string;
    /** The template of the route, for logs and metrics; missing where no route has the address. */
    route?: string;
    idempotencyKey?: string;
    /** For whom the request was counted among all others. */
    charge?: { readonly tier: 'address' | 'account' | 'key' | 'shop'; readonly id: string };
    /** When the head of an answer without an end was sent, by `performance.now()`. */
    answeredAt?: number;
    /** Bytes that were sent of the body. */
    bodyBytes?: number;
  }
}
