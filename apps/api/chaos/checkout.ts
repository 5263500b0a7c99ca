import { randomUUID } from 'node:crypto';
import type { Cart } from './cart.ts';
import type { Answer, Request } from './client.ts';
import { drawCards, peek } from './giftCards.ts';
import type { CheckoutTry, IssuedCard, Purchase, ToldOrder } from './notes.ts';
import type { ShopperTools } from './shopperTools.ts';

const MAX_TRIES = 6;

/** Refusals that are normal in any shop. */
const usual = ['out_of_stock', 'cart_incomplete'];
/** The cards are spent meanwhile, or leave too little for Stripe. */
const withoutCards = ['credit_unavailable', 'amount_too_small'];

/** What a shopper reads of the answers. */
export interface PlacedOrder {
  order: {
    id: string;
    number: number;
    totals: { total: ToldOrder['total'] };
    payments: { provider: string; amount: ToldOrder['total']; lastFour: string | null }[];
  };
  payment: { provider: string; clientSecret?: string };
  orderToken: string;
}

/** Checks the cart out; after a price change once more, as a shopper who agrees to it. */
export async function checkOut(
  purchase: Purchase,
  cart: Cart,
  tools: ShopperTools,
): Promise<PlacedOrder | undefined> {
  const { client, random, notes } = tools;
  let expectedTotal = cart.totals.total;
  let cards = drawCards(tools);
  const paymentProvider: CheckoutTry['body']['paymentProvider'] = random.chance(0.05)
    ? 'manual'
    : 'stripe';
  while (purchase.tries.length < MAX_TRIES) {
    const giftCards = cards.map(({ code }) => code);
    const body = { paymentProvider, expectedTotal, ...(giftCards.length > 0 && { giftCards }) };
    const attempt: CheckoutTry = { key: randomUUID(), body };
    purchase.tries.push(attempt);
    const { status, text, body: told } = await send(purchase, attempt, tools);
    attempt.answer = { status, text, code: told.code };
    if (status === 201) return noteOrder(purchase, told.data as PlacedOrder, cards);
    if (cards.length > 0 && withoutCards.includes(told.code ?? '')) {
      await Promise.all(cards.map((card) => peek(card, tools)));
      cards = [];
    } else if (told.code !== 'price_changed') {
      if (!usual.includes(told.code ?? '')) {
        notes.surprises.push(`The checkout of ${purchase.cartId} was refused: ${text}`);
      }
      return undefined;
    } else {
      const now = await client.send({ method: 'GET', path: `/api/v1/carts/${cart.id}` });
      expectedTotal = (now.body.data as Cart).totals.total;
    }
  }
  return undefined;
}

async function send(
  { cartId }: Purchase,
  attempt: CheckoutTry,
  { client, random, notes }: ShopperTools,
): Promise<Answer> {
  const once = () => client.send(checkoutRequest(cartId, attempt));
  // A shopper who clicks twice.
  const [answer, ...others] = await Promise.all([once(), ...(random.chance(0.15) ? [once()] : [])]);
  if (others.some(({ text }) => text !== answer.text)) {
    notes.surprises.push(
      `Two answers to the key ${attempt.key}: ${answer.text} ${others[0]?.text}`,
    );
  }
  return answer;
}

/** The request of an attempt, which is the same in each repetition. */
export function checkoutRequest(cartId: string, { key, body }: CheckoutTry): Request {
  const path = `/api/v1/carts/${cartId}/checkout`;
  return { method: 'POST', path, body, headers: { 'Idempotency-Key': key } };
}

function noteOrder(
  purchase: Purchase,
  placed: PlacedOrder,
  cards: readonly IssuedCard[],
): PlacedOrder {
  const { id, number, totals, payments } = placed.order;
  const idOf = new Map(cards.map((card) => [card.lastFour, card.id]));
  const fromCards = new Map(
    payments.flatMap(({ lastFour, amount }) =>
      lastFour === null ? [] : [[idOf.get(lastFour) ?? lastFour, amount.amount] as const],
    ),
  );
  purchase.order = { id, number, token: placed.orderToken, total: totals.total, fromCards };
  if (placed.payment.provider === 'credit') purchase.paid = true;
  return placed;
}
