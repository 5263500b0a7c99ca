import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Cart, CartLine, PricedCart } from '../pricing.service.ts';
import { followApproval } from './approvals.ts';
import { editLines, variantsOf, type FieldsEdit, type LinesEdit } from './changes.ts';
import { newExpiry, type CartWriteDeps } from './deps.ts';
import { refuseQuantities } from './quantityRules.ts';
import {
  cartCompleted,
  cartOfNoCustomer,
  preconditionFailed,
  shippingUnavailable,
} from './refusals.ts';
import { loadCart, loadCartLocked, storeCart, type LoadedCart } from './store.ts';

/** What a write does to the cart. */
interface Change {
  fields: FieldsEdit;
  lines: LinesEdit;
  /** Versions to which it may be made; undefined: to any. */
  expectedVersions?: readonly number[] | undefined;
}

/** How often a write that was overtaken starts over before it waits for its turn instead. */
const OPTIMISTIC_ATTEMPTS = 2;

/**
 * Makes one change to a cart. It is optimistic: read (1 statement), decide, save if no one has
 * written in between (1 statement). A write that loses the race starts again and finally takes the
 * cart's lock, so that each of many concurrent writers succeeds.
 */
export async function writeCart(
  deps: CartWriteDeps,
  ctx: Context,
  cartId: string,
  change: Change,
): Promise<PricedCart> {
  const { country: shopCountry } = deps.shop;
  const options = { shopCountry, variants: variantsOf(change.lines), soon: change.fields };
  for (let tried = 0; tried < OPTIMISTIC_ATTEMPTS; tried++) {
    const saved = await attempt(deps, ctx, await loadCart(ctx, cartId, options), change);
    if (saved) return saved;
  }
  return inTransaction(ctx, async (ctx) => {
    const saved = await attempt(deps, ctx, await loadCartLocked(ctx, cartId, options), change);
    if (!saved) throw new Error('A cart was written to in spite of its lock');
    return saved;
  });
}

/** @returns undefined when another write came first. */
async function attempt(
  { pricing, shop }: CartWriteDeps,
  ctx: Context,
  { cart, variants }: LoadedCart,
  change: Change,
): Promise<PricedCart | undefined> {
  if (change.expectedVersions?.includes(cart.version) === false) {
    // Read again: what was read is priced for the change that will not be made.
    const now = await loadCart(ctx, cart.id, { shopCountry: shop.country });
    throw preconditionFailed(pricing.priceCart(now.cart));
  }
  if (cart.status === 'completed') throw cartCompleted();
  const lines = editLines(cart.lines, change.lines, variants, cart.currency, shop.quantityLimits);
  refuseForCompany(cart, lines, change.fields);
  const asked = withFields({ ...cart, lines, version: cart.version + 1 }, change.fields);
  const priced = pricing.priceCart({ ...asked, expiresAt: newExpiry(shop) });
  const { shippingOption, expiresAt } = priced;
  if (change.fields.shippingOptionId && !shippingOption) throw shippingUnavailable(priced);
  // The answer shows the whole cart, so this is what its shopper has then been shown it costs.
  const agreedTotal = priced.totals.total;
  const shippingOptionId = shippingOption?.id ?? null;
  const isStored = await storeCart(ctx, cart, {
    ...asked,
    expiresAt,
    shippingOptionId,
    agreedTotal,
  });
  if (!isStored) return undefined;
  await followApproval(ctx, cart);
  return { ...priced, agreedTotal };
}

/** A location is chosen by its company's members alone, and all lines follow its rules from then on. */
function refuseForCompany(cart: Cart, lines: readonly CartLine[], fields: FieldsEdit): void {
  const { companyLocationId } = fields;
  if (companyLocationId && !cart.company) throw notFound('company location');
  if (companyLocationId && cart.customerId === null) throw cartOfNoCustomer();
  const before = new Map(cart.lines.map((line) => [line.variantId, line.quantity]));
  const ruled = lines.map(({ variantId, quantity }, index) => {
    return { variantId, quantity, path: `items.${index}.quantity` };
  });
  const changed = ruled.filter(({ variantId, quantity }) => before.get(variantId) !== quantity);
  refuseQuantities(companyLocationId ? ruled : changed, cart.company);
}

function withFields(cart: Cart, fields: FieldsEdit): Cart {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...cart, ...Object.fromEntries(given) };
}
