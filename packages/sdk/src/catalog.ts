import { unwrap, type Api } from './api.ts';
import { initOf, type CallOptions } from './callOptions.ts';
import type { components, operations } from './generated/schema.ts';
import { paginate } from './paginate.ts';

type Schemas = components['schemas'];
type QueryOf<Operation extends keyof operations> = NonNullable<
  operations[Operation]['parameters']['query']
>;

export type Product = Schemas['Product'];
/** A product with the members that `fields` names. */
export type SparseProduct = Schemas['SparseProduct'];
export type ProductQuery = QueryOf<'listProducts'>;
export type Category = Schemas['Category'];
export type Collection = Schemas['Collection'];
/** The form of a country's addresses. */
export type CountryForm = Schemas['CountryForm'];
export type Shop = Schemas['Shop'];

type ProductFor<Query> = Query extends { fields: string } ? SparseProduct : Product;
type ProductPage<Query> = { data: ProductFor<Query>[]; meta: Schemas['ProductListMeta'] };

export type Catalog = ReturnType<typeof createCatalog>;

/** What the shop sells. */
export function createCatalog(api: Api) {
  const page = async <const Query extends ProductQuery>(
    query: Query,
    options: CallOptions = {},
  ): Promise<ProductPage<Query>> => {
    const call = api.GET('/api/v1/products', { params: { query }, ...initOf(options) });
    // OpenAPI cannot express that `fields` decides which of the two it is.
    return (await unwrap(call)) as ProductPage<Query>;
  };

  return {
    /** The shop: its name, its currencies, and the countries that it ships to. */
    shop: {
      async get(options: CallOptions = {}): Promise<Shop> {
        return (await unwrap(api.GET('/api/v1/shop', initOf(options)))).data;
      },
    },

    products: {
      /** One page, with its cursors and, on request, its count and facets. */
      page,

      /** Every product that matches, over all pages: `for await (const product of list({ q: 'mug' }))`. */
      list<const Query extends ProductQuery>(query: Query, options?: CallOptions) {
        return paginate(
          (cursor) => page<Query>(cursor === undefined ? query : { ...query, cursor }, options),
          query.cursor,
        );
      },

      /** One product, by its id or handle. */
      async get<const Query extends QueryOf<'getProduct'>>(
        idOrHandle: string,
        query?: Query,
        options: CallOptions = {},
      ): Promise<ProductFor<Query>> {
        const params = { path: { idOrHandle }, ...(query === undefined ? {} : { query }) };
        const call = api.GET('/api/v1/products/{idOrHandle}', { params, ...initOf(options) });
        return (await unwrap(call)).data as ProductFor<Query>;
      },
    },

    categories: {
      /** All of them, as a tree. */
      async list(options: CallOptions = {}): Promise<Category[]> {
        return (await unwrap(api.GET('/api/v1/categories', initOf(options)))).data;
      },
    },

    countries: {
      /** The address form of a country. @param code ISO 3166-1 alpha-2 */
      async get(code: string, options: CallOptions = {}): Promise<CountryForm> {
        const params = { path: { code } };
        return (await unwrap(api.GET('/api/v1/countries/{code}', { params, ...initOf(options) })))
          .data;
      },
    },

    collections: {
      async list(options: CallOptions = {}): Promise<Collection[]> {
        return (await unwrap(api.GET('/api/v1/collections', initOf(options)))).data;
      },
    },
  };
}
