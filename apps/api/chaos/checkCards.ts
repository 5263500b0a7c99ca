import { stands, type Records } from './records.ts';
import type { Client } from './client.ts';
import type { Amount, IssuedCard, Notes } from './notes.ts';
import { read } from './staff.ts';
import { offenders, type Violation } from './violations.ts';

/**
 * Compares gift cards with the notes of staff and shoppers: a card's balance is its initial amount,
 * minus its part of accepted orders, plus the refunds of that part. An order that was not accepted
 * does not change it, whatever was held and released meanwhile.
 */
export async function checkCards(
  { cards, purchases }: Notes,
  { orders, refunds }: Records,
  client: Client,
): Promise<Violation[]> {
  const standing = new Set(orders.filter(stands).map(({ id }) => id));
  const moves = new Map<string, number>();
  const move = (id: string, amount: number) => moves.set(id, (moves.get(id) ?? 0) + amount);
  for (const { order } of purchases) {
    if (!order || !standing.has(order.id)) continue;
    for (const [card, amount] of order.fromCards) move(card, -amount);
  }
  for (const { orderId, toCards } of refunds) {
    if (!standing.has(orderId)) continue;
    for (const { accountId, amount } of toCards) move(accountId, amount);
  }
  const seen = new Map<string, number>();
  for (const { id } of cards) {
    const path = `/api/v1/admin/credit-accounts/${id}`;
    seen.set(id, (await read<{ balance: Amount }>(client, path)).balance.amount);
  }
  const due = ({ id, issued }: IssuedCard) => issued.amount + (moves.get(id) ?? 0);
  return [
    ...offenders(
      'on a gift card is what was issued, less what was spent, and what came back',
      cards,
      (card) => seen.get(card.id) === due(card),
      (card) => `${card.id}: ${seen.get(card.id)}, by the notes ${due(card)}`,
    ),
    ...offenders(
      'no gift card gives more than it has',
      cards,
      ({ id }) => (seen.get(id) ?? 0) >= 0,
      ({ id }) => id,
    ),
  ];
}
