import type { Handlers } from '../kernel/route.ts';
import type { rootRoutes } from '../routes/root.routes.ts';
import { ok } from '../utils/response.ts';

interface Link {
  readonly href: string;
  readonly title: string;
  readonly templated?: true;
}

export interface RootOptions {
  /** Where the API is mounted. */
  readonly base: string;
  /** Of the API document. */
  readonly version: string;
}

/** The way into the API, which is the same for everyone. */
export function createRootController({ base, version }: RootOptions): Handlers<typeof rootRoutes> {
  const fixed = (href: string, title: string): Link => ({ href, title });
  const templated = (href: string, title: string): Link => ({ href, templated: true, title });
  const _links = {
    self: fixed(base, 'Where everything is'),
    shop: fixed(`${base}/shop`, 'Its name, currencies and countries'),
    products: fixed(`${base}/products`, 'List, search and filter products'),
    search: templated(`${base}/products{?q,category,collection,sort,limit}`, 'Search products'),
    product: templated(`${base}/products/{idOrHandle}`, 'One product'),
    categories: fixed(`${base}/categories`, 'The tree of categories'),
    collections: fixed(`${base}/collections`, 'The collections'),
    country: templated(`${base}/countries/{code}`, 'The form of a country’s addresses'),
    carts: fixed(`${base}/carts`, 'Open a cart (POST)'),
    cart: templated(`${base}/carts/{cartId}`, 'A cart'),
    order: templated(`${base}/orders/{orderId}`, 'An order'),
    'gift-card-balance': fixed(`${base}/gift-cards/balance`, 'What is on a gift card (POST)'),
    docs: fixed('/docs', 'The reference, for people'),
    errors: fixed('/docs/errors', 'What each error code means'),
    describedby: fixed('/openapi.json', 'The OpenAPI document, for programs'),
    health: fixed('/health/ready', 'Whether the shop can do its work'),
  };

  return {
    getRoot: () => Promise.resolve(ok({ name: 'Cartwright', version, _links })),
  };
}
