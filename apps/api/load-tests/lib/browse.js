import { isMoney } from './money.js';
import { anyOf, happens, popularOf } from './random.js';
import { take } from './step.js';

const LIMIT = 20;

const isProduct = ({ id, handle, title, variants }) =>
  id.startsWith('prod_') &&
  handle.length > 0 &&
  title.length > 0 &&
  variants.length > 0 &&
  variants.every(({ price }) => price === null || isMoney(price));

const isPage = ({ data, meta }) =>
  data.length > 0 && data.length <= LIMIT && meta.limit === LIMIT && data.every(isProduct);

/** Requests a list, one of its pages, a category, a search, or a product. */
export function browse(shop) {
  const part = Math.random();
  if (part < 0.3) viewList();
  else if (part < 0.45) viewCategory(shop);
  else if (part < 0.6) search(shop);
  else viewProduct(shop);
}

/** The newest products; one visitor in four continues to the next page. */
export function viewList(goesOn = happens(0.25)) {
  const path = `/api/v1/products?limit=${LIMIT}&sort=-createdAt`;
  const first = take('list', { path, holds: { 'is a page of sound products': isPage } });
  const cursor = first?.body.meta.nextCursor;
  if (!goesOn || !cursor) return;
  const seen = new Set(first.body.data.map(({ id }) => id));
  take('next page', {
    path: `${path}&cursor=${encodeURIComponent(cursor)}`,
    holds: {
      'is a page of sound products': isPage,
      'shows nothing twice': ({ data }) => data.every(({ id }) => !seen.has(id)),
    },
  });
}

/** The products of a category that are in stock. */
export function viewCategory({ categories }) {
  const handle = popularOf(categories);
  if (handle === undefined) return;
  take('category', {
    path: `/api/v1/products?limit=${LIMIT}&category=${handle}&inStock=true`,
    holds: {
      'is a page of sound products': isPage,
      'has what it was asked for': ({ data }) =>
        data.every(
          ({ available, categories }) =>
            available && categories.some((category) => isWithin(category, handle)),
        ),
    },
  });
}

/** A category includes the products of its subcategories. */
function isWithin({ path }, handle) {
  return path.split('/').includes(handle);
}

/** The first word of a title finds its product, or others like it. */
export function search({ products }) {
  const { word } = anyOf(products);
  take('search', {
    path: `/api/v1/products?limit=${LIMIT}&q=${encodeURIComponent(word)}`,
    holds: { 'is a page of sound products': isPage },
  });
}

/** A product; one visitor in five requests it again and gets a 304. */
export function viewProduct({ products }, looksAgain = happens(0.2)) {
  const { handle } = popularOf(products);
  const path = `/api/v1/products/${handle}`;
  const seen = take('product', {
    path,
    holds: {
      'is the product that was asked for': ({ data }) => isProduct(data) && data.handle === handle,
      'has an entity tag': (_body, { headers }) => /^(W\/)?".+"$/.test(headers.Etag),
    },
  });
  if (!seen || !looksAgain) return;
  take('product again', {
    path,
    headers: { 'If-None-Match': seen.answer.headers.Etag },
    status: 304,
  });
}
