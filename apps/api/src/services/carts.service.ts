import { withDeps } from '../utils/withDeps.ts';
import { askApproval, requireAskedVersion } from './carts/approvals.ts';
import { isEnough } from './carts/changes.ts';
import { lockForCheckout, markCompleted, requireVersion } from './carts/completeCart.ts';
import { createCart } from './carts/createCart.ts';
import type { CartsDeps } from './carts/deps.ts';
import { mergeAtSignIn, mergeCarts } from './carts/mergeCarts.ts';
import { getOwnCart } from './carts/ownCart.ts';
import { purgeCarts } from './carts/purgeCarts.ts';
import { refuseQuantities } from './carts/quantityRules.ts';
import { listShippingOptions, readCart } from './carts/readCart.ts';
import { addItem, agreeToPrices, setItem, updateCart } from './carts/updateCart.ts';
import type { PricedLine } from './pricing.service.ts';

export type { MergedCart } from './carts/mergeCarts.ts';
export type { QuantityLimits } from './carts/changes.ts';

export type CartsService = ReturnType<typeof createCartsService>;

/** Carts: a shopper's selection, priced at every read. A guest who has the id can use all of it. */
export function createCartsService(deps: CartsDeps) {
  return {
    requireVersion,
    refuseQuantities,
    askApproval,
    requireAskedVersion,
    markCompleted,
    purge: purgeCarts,
    ...withDeps(deps, {
      get: readCart,
      getOwn: getOwnCart,
      merge: mergeCarts,
      mergeAtSignIn,
      create: createCart,
      update: updateCart,
      addItem,
      setItem,
      agreeToPrices,
      shippingOptions: listShippingOptions,
      lockForCheckout,
    }),
  };
}

/** Whether a line could be bought at this moment, as many of it as the cart has. */
export function isAvailable(line: PricedLine): boolean {
  return line.buyable && isEnough(line, line.quantity);
}
