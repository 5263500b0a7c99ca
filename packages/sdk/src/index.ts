import { createApi, unwrap, type Api, type ApiOptions } from './api.ts';
import type { StepUp } from './account/factors.ts';
import type { OwnCompany } from './account/ownCompanies.ts';
import type { OwnFile } from './account/ownFiles.ts';
import type {
  CardConsent,
  PaymentMethodSetup,
  SavedPaymentMethod,
} from './account/paymentMethods.ts';
import type { LinkedIdentity, ProviderVisit, SignInProvider } from './account/providers.ts';
import type { Account, Challenge, SignedIn, SignInResult, User } from './account/signIn.ts';
import type { Cart, CartRef, CheckoutResult } from './areas/carts.ts';
import type { Import, ImportReportRow } from './areas/imports.ts';
import type { Order, Payment } from './areas/orders.ts';
import type { FileDownload, StoredFile, Upload } from './areas/uploads.ts';
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
import { CartwrightProblem, isProblem, type Problem, type ProblemCode } from './problem.ts';
import type { SessionEnd, SessionOptions } from './session/session.ts';
import {
  createMemoryStore,
  createStorageStore,
  type SavedSession,
  type SessionStore,
  type SessionTokens,
} from './session/sessionStore.ts';

/** The client of a shop, for a storefront. */
export interface Cartwright extends Catalog, Areas {
  /** Every route of the document, with the results of openapi-fetch: `{ data, error, response }`. */
  api: Api;
}

/**
 * Creates the client of a shop. Its only state is the session of who signs in with it: as long as no one
 * does, one client can serve all requests of a server; each signed-in shopper needs a separate one there.
 * Its calls return the data of the answer, or throw CartwrightProblem (the shop refuses) or
 * CartwrightConnectionError (the shop did not answer).
 */
export function createCartwright(options: ApiOptions): Cartwright {
  const { api, session } = createApi(options);
  return { api, ...createCatalog(api), ...createAreas(api, session) };
}

// The public types; the package's modules do not import from here.
export { CartwrightConnectionError, CartwrightProblem, isProblem, paginate, unwrap };
export { createMemoryStore, createStorageStore };
export type { Api, ApiOptions, CallOptions, PostOptions, Page, Problem, ProblemCode };
export type { SavedSession, SessionEnd, SessionOptions, SessionStore, SessionTokens };
export type { Account, Challenge, SignedIn, SignInResult, StepUp, User };
export type { LinkedIdentity, ProviderVisit, SignInProvider };
export type { CardConsent, OwnCompany, OwnFile, PaymentMethodSetup, SavedPaymentMethod };
export type { Cart, CartRef, CheckoutResult, Order, Payment };
export type { FileDownload, Import, ImportReportRow, StoredFile, Upload };
export type { CountryForm, Product, ProductQuery, SparseProduct };
export type { components, operations, paths };
