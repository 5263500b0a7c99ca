/** The notes of clients and staff, with which the shop's records must agree at the end. */
export interface Notes {
  readonly purchases: Purchase[];
  /** Answers that are never allowed, as text. */
  readonly surprises: string[];
  /** All requests of staff, by kind. */
  readonly asked: Readonly<Record<StaffTask, AskedByStaff[]>>;
  readonly cards: IssuedCard[];
}

export type StaffTask = 'refund' | 'retry of a refund' | 'end of a refund' | 'gift card';

/** One cart that a shopper tried to turn into an order. */
export interface Purchase {
  readonly shopper: number;
  readonly cartId: string;
  /** Each attempt has its own key; a repeated request is the same attempt. */
  readonly tries: CheckoutTry[];
  /** From the first answer with an order. */
  order?: ToldOrder;
  /** The payment succeeded or is processing, as the browser saw it at Stripe. */
  paid: boolean;
  /** The shop answered that the order is canceled. */
  toldCanceled: boolean;
}

export interface CheckoutTry {
  readonly key: string;
  readonly body: {
    paymentProvider: 'stripe' | 'manual';
    expectedTotal: Amount;
    giftCards?: readonly string[];
  };
  answer?: { status: number; text: string; code?: string | undefined };
}

export interface ToldOrder {
  readonly id: string;
  readonly number: number;
  readonly token: string;
  readonly total: Amount;
  /** The amounts that gift cards pay, by the ids of their accounts; minor units. */
  readonly fromCards: ReadonlyMap<string, number>;
}

/** A POST of staff's. */
export interface AskedByStaff {
  readonly path: string;
  readonly key: string;
  readonly body?: object;
  answer?: { status: number; text: string };
}

/** A gift card as staff recorded it. */
export interface IssuedCard {
  /** Of its account. */
  readonly id: string;
  readonly code: string;
  readonly lastFour: string;
  readonly issued: Amount;
}

export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

export function emptyNotes(): Notes {
  const asked = {
    refund: [],
    'retry of a refund': [],
    'end of a refund': [],
    'gift card': [],
  };
  return { purchases: [], surprises: [], asked, cards: [] };
}

/** The attempt that created the order, if any. */
export function madeOrder({ tries }: Purchase): CheckoutTry | undefined {
  return tries.find(({ answer }) => answer?.status === 201);
}

/** The id in the answer to staff, if any. */
export function givenId({ answer }: AskedByStaff): string | undefined {
  if (answer?.status !== 201) return undefined;
  const { data } = JSON.parse(answer.text) as { data: { id: string } };
  return data.id;
}
