/** What the people outside remember; at the end the shop's books must agree with it. */
export interface Notes {
  readonly purchases: Purchase[];
  /** What no shop may answer, in words. */
  readonly surprises: string[];
  readonly refunds: AskedRefund[];
}

/** One cart that a shopper tried to turn into an order. */
export interface Purchase {
  readonly shopper: number;
  readonly cartId: string;
  /** Each try has a key of its own; a repeated request is the same try. */
  readonly tries: CheckoutTry[];
  /** As told by the first answer that was an order. */
  order?: ToldOrder;
  /** The payment succeeded, or is under way, by what the browser saw at Stripe. */
  paid: boolean;
  /** The shop said that the order is canceled. */
  toldCanceled: boolean;
}

export interface CheckoutTry {
  readonly key: string;
  readonly body: { paymentProvider: 'stripe' | 'manual'; expectedTotal: Amount };
  answer?: { status: number; text: string; code?: string | undefined };
}

export interface ToldOrder {
  readonly id: string;
  readonly number: number;
  readonly token: string;
  readonly total: Amount;
}

/** A refund that staff asked for. */
export interface AskedRefund {
  readonly orderId: string;
  readonly key: string;
  readonly body: object;
  answer?: { status: number; text: string };
}

export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

export function emptyNotes(): Notes {
  return { purchases: [], surprises: [], refunds: [] };
}

/** The try that has made the order, if one has. */
export function madeOrder({ tries }: Purchase): CheckoutTry | undefined {
  return tries.find(({ answer }) => answer?.status === 201);
}
