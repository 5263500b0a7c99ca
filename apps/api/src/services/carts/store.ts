import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Cart, CartLine, VariantFacts } from '../pricing.service.ts';
import type { FieldsEdit } from './changes.ts';
import {
  insertCart,
  lockCart,
  lockCartForCheckout,
  readCart,
  saveCart,
  type CartQuery,
  type CartRow,
  type LineColumns,
} from './statements.ts';

/** What a read should bring along besides the cart as it is. */
interface ReadOptions {
  /** The shop's own country, assumed while no address is known. */
  shopCountry: string;
  /** Variants to return facts about. */
  variants?: readonly string[];
  /** What is about to change; tariffs and tax are those of the cart as it will be. */
  soon?: FieldsEdit;
  /** Every rate that serves the country, not only the chosen one. */
  everyTariff?: boolean;
  /** Set by a checkout that waits for others of the same client or e-mail address. */
  clientLock?: { readonly clientKey: string | null } | undefined;
}

/** A cart and the variants that were asked about, those that exist. */
export interface LoadedCart {
  cart: Cart;
  variants: readonly VariantFacts[];
}

/** Reads a cart in one statement. @throws {AppError} not_found for one that is not there, expired or not the actor's. */
export async function loadCart(
  ctx: Context,
  cartId: string,
  options: ReadOptions,
): Promise<LoadedCart> {
  const [row] = await ctx.db.query(readCart, queryOf(ctx, cartId, options));
  return loaded(row);
}

/**
 * Reads a cart and locks it until the transaction ends. The statement's snapshot is older than its
 * lock, so after a wait it runs again, and then does not wait.
 * @throws as {@link loadCart}.
 */
export async function loadCartLocked(
  ctx: Context,
  cartId: string,
  options: ReadOptions,
): Promise<LoadedCart> {
  const { clientLock } = options;
  const query = queryOf(ctx, cartId, options);
  const lock = () =>
    clientLock
      ? ctx.db.query(lockCartForCheckout, { ...query, clientKey: clientLock.clientKey })
      : ctx.db.query(lockCart, query);
  const [row] = await lock();
  if (!row || row.version === row.snapshotVersion) return loaded(row);
  const [fresh] = await lock();
  return loaded(fresh);
}

/** Inserts a cart with its lines. */
export async function storeNewCart(ctx: Context, cart: Cart): Promise<void> {
  await ctx.db.execute(insertCart, { ...cart, ...columnsOf(cart.lines) });
}

/** Saves `next` if the cart is still as `before`. @returns whether it was. */
export async function storeCart(ctx: Context, before: Cart, next: Cart): Promise<boolean> {
  const kept = new Set(next.lines.map(({ id }) => id));
  const saved = await ctx.db.query(saveCart, {
    ...next,
    version: before.version,
    shippingAddress: next.shippingAddress && JSON.stringify(next.shippingAddress),
    billingAddress: next.billingAddress && JSON.stringify(next.billingAddress),
    removedIds: before.lines.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    ...columnsOf(touchedLines(before, next)),
  });
  return saved.length > 0;
}

/** A guest sees carts without a customer; a customer sees those and their own. */
export function customerOf({ actor }: Context): string | null {
  return actor.kind === 'customer' ? actor.id : null;
}

function queryOf(ctx: Context, cartId: string, options: ReadOptions): CartQuery {
  const { shopCountry, variants: variantIds = [], soon = {}, everyTariff = false } = options;
  const changes = JSON.stringify(soon);
  return {
    cartId,
    customerId: customerOf(ctx),
    salesChannel: ctx.salesChannel ?? null,
    variantIds,
    changes,
    everyTariff,
    shopCountry,
  };
}

function loaded(row: CartRow | undefined): LoadedCart {
  if (!row) throw notFound('cart');
  const { wanted, snapshotVersion: _snapshotVersion, clientLocks: _clientLocks, ...cart } = row;
  return { cart, variants: wanted };
}

function touchedLines(before: Cart, next: Cart): CartLine[] {
  const old = new Map(before.lines.map((line) => [line.id, line]));
  return next.lines.filter(({ id, quantity, agreedUnitPrice }) => {
    const line = old.get(id);
    return line?.quantity !== quantity || line.agreedUnitPrice !== agreedUnitPrice;
  });
}

function columnsOf(lines: readonly CartLine[]): LineColumns {
  return {
    lineIds: lines.map(({ id }) => id),
    variantIds: lines.map(({ variantId }) => variantId),
    quantities: lines.map(({ quantity }) => quantity),
    unitPrices: lines.map(({ agreedUnitPrice }) => agreedUnitPrice),
  };
}
