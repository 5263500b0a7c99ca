import { createApi, unwrap, type Api, type ApiOptions } from './api.ts';
import type { CallOptions, PostOptions } from './callOptions.ts';
import { createCarts, type Carts, type Cart, type CartRef, type CheckoutResult } from './carts.ts';
import {
  createCatalog,
  type Catalog,
  type CountryForm,
  type Product,
  type ProductQuery,
  type SparseProduct,
} from './catalog.ts';
import { CartwrightConnectionError } from './connectionError.ts';
import type { components, operations, paths } from './generated/schema.ts';
import { createGiftCards, type GiftCards } from './giftCards.ts';
import { createOrders, type Orders, type Order, type Payment } from './orders.ts';
import { paginate, type Page } from './paginate.ts';
import { CartwrightProblem, type Problem, type ProblemCode } from './problem.ts';

/** A shop, as a storefront sees it. */
export interface Cartwright extends Catalog {
  /** Every route of the document, as openapi-fetch gives it: `{ data, error, response }`. */
  api: Api;
  carts: Carts;
  orders: Orders;
  giftCards: GiftCards;
}

/**
 * Makes the client of a shop. It holds no state: one can serve all requests of a server. Its calls
 * give the data of the answer, or throw CartwrightProblem (the shop refuses) or
 * CartwrightConnectionError (it could not be reached).
 */
export function createCartwright(options: ApiOptions): Cartwright {
  const api = createApi(options);
  return {
    api,
    ...createCatalog(api),
    carts: createCarts(api),
    orders: createOrders(api),
    giftCards: createGiftCards(api),
  };
}

// What a storefront may name; the package's modules themselves do not import from here.
export { CartwrightConnectionError, CartwrightProblem, paginate, unwrap };
export type { Api, ApiOptions, CallOptions, PostOptions, Page, Problem, ProblemCode };
export type { Cart, CartRef, CheckoutResult, Order, Payment };
export type { CountryForm, Product, ProductQuery, SparseProduct };
export type { components, operations, paths };
