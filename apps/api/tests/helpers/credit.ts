import { newId } from '../../src/kernel/ids.ts';
import type { SalesApp } from './salesApp.ts';

export const usd = (amount: number) => ({ amount, currency: 'USD' });

export interface Card {
  id: string;
  code: string;
}

/** A gift card, in dollars unless `over` says otherwise. */
export async function issueCard(
  { container, ctx }: Pick<SalesApp, 'container' | 'ctx'>,
  amount: number,
  over: { currency?: string; expiresAt?: string } = {},
): Promise<Card> {
  const { currency = 'USD', ...rest } = over;
  const { account, code = '' } = await container.services.credit.issue(ctx, {
    kind: 'gift_card',
    amount: { amount, currency },
    ...rest,
  });
  return { id: account.id, code };
}

/** The balance of each account. */
export async function balancesOf(
  { container, ctx }: Pick<SalesApp, 'container' | 'ctx'>,
  accounts: readonly { id: string }[],
): Promise<number[]> {
  const found = await Promise.all(
    accounts.map(async ({ id }) => container.services.credit.get(ctx, id)),
  );
  return found.map(({ balance }) => balance);
}

/** The members of a checkout besides its cart and its cards. */
interface CheckoutTerms {
  cards: readonly Card[];
  key?: string;
  paymentProvider?: 'stripe' | 'manual';
  expectedTotal?: { amount: number; currency: string };
}

/** A checkout of one unit that is paid with these cards, and then by the provider. */
export async function checkoutWith(shop: SalesApp, variantId: string, terms: CheckoutTerms) {
  const { cards, key = newId('request'), ...body } = terms;
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
  const giftCards = cards.map(({ code }) => code);
  return shop.checkout(cartId, { paymentProvider: 'stripe', giftCards, ...body }, key);
}

/** The rows of an account's ledger, oldest first: what happened and how much it was. */
export async function ledgerOf({ ctx }: Pick<SalesApp, 'ctx'>, { id }: { id: string }) {
  const rows = await ctx.db.prisma.creditEntry.findMany({
    where: { accountId: id },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ kind, amount }) => `${kind} ${amount}`);
}
