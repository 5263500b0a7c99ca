/** What clients and staff remember; at the end the shop's records must agree with it. */
export interface Notes {
  readonly purchases: Purchase[];
  /** What no shop may answer, in words. */
  readonly surprises: string[];
  /** Everything that staff asked for, by what it was. */
  readonly asked: Readonly<Record<StaffTask, AskedByStaff[]>>;
  readonly cards: IssuedCard[];
}

export type StaffTask = 'refund' | 'retry of a refund' | 'end of a refund' | 'gift card';

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
  /** What gift cards pay of it, by the ids of their accounts; minor units. */
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

/** The try that has made the order, if one has. */
export function madeOrder({ tries }: Purchase): CheckoutTry | undefined {
  return tries.find(({ answer }) => answer?.status === 201);
}

/** The id of what staff were given, if they were. */
export function givenId({ answer }: AskedByStaff): string | undefined {
  if (answer?.status !== 201) return undefined;
  const { data } = JSON.parse(answer.text) as { data: { id: string } };
  return data.id;
}
