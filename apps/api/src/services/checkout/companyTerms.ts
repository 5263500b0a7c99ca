import { localProvider } from '../../domains/payments.enums.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { CartsService } from '../carts.service.ts';
import type { PricedCart } from '../pricing.service.ts';

/**
 * Refuses a cart whose quantities the company does not buy in; the rules may be newer than the cart.
 * @throws {AppError} quantity_not_allowed
 */
export function refuseRuledQuantities(
  carts: Pick<CartsService, 'refuseQuantities'>,
  { items, company }: PricedCart,
): void {
  const lines = items.map(({ variantId, quantity }, index) => {
    return { variantId, quantity, path: `items.${index}.quantity` };
  });
  carts.refuseQuantities(lines, company);
}

/**
 * Refuses a cart above the order limit of the member who acts; a limit in another currency cannot be
 * compared and counts as exceeded.
 * @throws {AppError} approval_required
 */
export function refuseWithoutApproval({ company, totals, currency }: PricedCart): void {
  const limit = company?.orderLimit ?? null;
  if (limit === null) return;
  if (limit.currency === currency && totals.total <= limit.amount) return;
  const message =
    'The order is above your limit. An approver of the company can check out this cart.';
  throw new AppError('approval_required', message, { extensions: { orderLimit: limit } });
}

/** @throws {AppError} validation_failed for an approver, whose store credit is for their purchases alone. */
export function refuseCreditForOthers(ctx: Context, cart: PricedCart): void {
  if (!isOfAnother(ctx, cart)) return;
  const message = 'pays for your purchases alone, not for the cart of another';
  throw new AppError('validation_failed', `Store credit ${message}.`, {
    errors: [{ path: 'useStoreCredit', code: 'customers_only', message }],
  });
}

const isOfAnother = ({ actor }: Context, { customerId }: PricedCart) =>
  actor.kind === 'customer' && customerId !== null && actor.id !== customerId;

/** What an order keeps of how it was bought for a company. */
export function companyTermsOf(ctx: Context, cart: PricedCart, provider: string) {
  const isByHand = provider === localProvider.manual;
  return {
    approvedBy: isOfAnother(ctx, cart) ? customerIdOf(ctx) : null,
    paymentTermsDays: isByHand ? (cart.company?.paymentTermsDays ?? null) : null,
  };
}
