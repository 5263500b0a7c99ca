import { createApi, unwrap, type Api, type ApiOptions } from './api.ts';
import type { Cart, CartRef, CheckoutResult } from './areas/carts.ts';
import type { Order, Payment } from './areas/orders.ts';
import type { CallOptions, PostOptions } from './callOptions.ts';
import {
  createCatalog,
  type Catalog,
  type CountryForm,
  type Product,
  type ProductQuery,
  type SparseProduct,
} from './catalog.ts';
import { CartwrightConnectionError } from './connectionError.ts';
import { createAreas, type Areas } from './generated/areas.ts';
import type { components, operations, paths } from './generated/schema.ts';
import { paginate, type Page } from './paginate.ts';
import { CartwrightProblem, type Problem, type ProblemCode } from './problem.ts';

/** The client of a shop, for a storefront. */
export interface Cartwright extends Catalog, Areas {
  /** Every route of the document, with the results of openapi-fetch: `{ data, error, response }`. */
  api: Api;
}

/**
 * Creates the client of a shop. It is stateless, so that one client can serve all requests of a server.
 * Its calls return the data of the answer, or throw CartwrightProblem (the shop refuses) or
 * CartwrightConnectionError (the shop did not answer).
 */
export function createCartwright(options: ApiOptions): Cartwright {
  const api = createApi(options);
  return { api, ...createCatalog(api), ...createAreas(api) };
}

// The public types; the package's modules do not import from here.
export { CartwrightConnectionError, CartwrightProblem, paginate, unwrap };
export type { Api, ApiOptions, CallOptions, PostOptions, Page, Problem, ProblemCode };
export type { Cart, CartRef, CheckoutResult, Order, Payment };
export type { CountryForm, Product, ProductQuery, SparseProduct };
export type { components, operations, paths };
