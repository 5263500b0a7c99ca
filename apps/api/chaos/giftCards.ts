import { randomUUID } from 'node:crypto';
import type { Amount, IssuedCard } from './notes.ts';
import type { ShopperTools } from './shopperTools.ts';
import { ask, inRounds, type StaffTools } from './staff.ts';

const PAUSE_MS = 1500;
/** Shoppers pay with the latest cards, so that several use the same one. */
const IN_USE = 6;

/** Issues gift cards: some pay a part of an order, and some several orders. */
export async function issueCards(tools: StaffTools): Promise<void> {
  const { random, notes, closing } = tools;
  await inRounds(PAUSE_MS, closing, async () => {
    const issued = { amount: random.between(1, random.pick([2000, 30_000])), currency: 'USD' };
    const asked = {
      path: '/api/v1/admin/credit-accounts',
      key: randomUUID(),
      body: { kind: 'gift_card', amount: issued },
    };
    const { status, body } = await ask('gift card', asked, tools);
    if (status !== 201) return;
    const { id, code, lastFour } = body.data as Omit<IssuedCard, 'issued'>;
    notes.cards.push({ id, code, lastFour, issued });
  });
}

/** The cards of a shopper, if any; the checkout shows their balance. */
export function drawCards({ random, notes }: ShopperTools): IssuedCard[] {
  if (!random.chance(0.25)) return [];
  return random.shuffle(notes.cards.slice(-IN_USE)).slice(0, random.between(1, 2));
}

/** A shopper reads a card's balance, which is between zero and its initial amount. */
export async function peek(card: IssuedCard, { client, notes }: ShopperTools): Promise<void> {
  const { status, text, body } = await client.send({
    method: 'POST',
    path: '/api/v1/gift-cards/balance',
    body: { code: card.code },
  });
  const { balance } = (body.data ?? {}) as { balance?: Amount };
  const isPossible = balance && balance.amount >= 0 && balance.amount <= card.issued.amount;
  if (status !== 200 || !isPossible) notes.surprises.push(`${card.id} was shown as ${text}`);
}
