import { localProvider } from '../../domains/payments.enums.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
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

/** The refusal of a cart that an approver is to check out instead. */
export class ApprovalRequired extends AppError {
  readonly cart: PricedCart;

  constructor(cart: PricedCart, orderLimit: Money) {
    const message =
      'The order is above your limit. An approver of the company can check out this cart.';
    super('approval_required', message, { extensions: { orderLimit } });
    this.cart = cart;
  }
}

/**
 * Refuses a cart above the order limit of the member who acts; a limit in another currency cannot be
 * compared and counts as exceeded.
 * @throws {AppError} approval_required
 */
export function refuseWithoutApproval(cart: PricedCart): void {
  const { company, totals, currency } = cart;
  const limit = company?.orderLimit ?? null;
  if (limit === null) return;
  if (limit.currency === currency && totals.total <= limit.amount) return;
  throw new ApprovalRequired(cart, limit);
}

/** @throws {AppError} validation_failed for an approver, whose store credit is for their purchases alone. */
export function refuseCreditForOthers(ctx: Context, cart: PricedCart): void {
  if (!isOfAnother(ctx, cart)) return;
  const message = 'pays for your purchases alone, not for the cart of another';
  throw new AppError('validation_failed', `Store credit ${message}.`, {
    errors: [{ path: 'useStoreCredit', code: 'customers_only', message }],
  });
}

/**
 * An approver who does not say which version they have seen buys what they were asked for.
 * @throws {AppError} state_conflict where the cart has changed since.
 */
export async function refuseUnseenChange(
  carts: Pick<CartsService, 'requireAskedVersion'>,
  ctx: Context,
  cart: PricedCart,
  expectedVersions: readonly number[] | undefined,
): Promise<void> {
  if (expectedVersions !== undefined || !isOfAnother(ctx, cart)) return;
  await carts.requireAskedVersion(ctx, cart);
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
