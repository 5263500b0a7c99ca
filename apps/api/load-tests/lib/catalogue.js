import exec from 'k6/execution';
import http from 'k6/http';
import { base } from './settings.js';

const PAGE = 100;
/** Enough to spread the load, and few enough for each k6 user's memory. */
const PAGES = 5;

/**
 * Reads the catalogue once before the load test; k6 passes it to every iteration.
 * @returns products with their available, shippable variants, and their categories.
 */
export function setup() {
  const products = [];
  const categories = new Set();
  let cursor;
  for (let page = 0; page < PAGES; page++) {
    const { data, meta } = read(cursor);
    for (const product of data) {
      for (const { handle } of product.categories) categories.add(handle);
      const variants = product.variants.filter(
        ({ available, price }) => available && price !== null,
      );
      products.push({
        handle: product.handle,
        word: product.title.split(' ')[0],
        variantIds: variants.map(({ id }) => id),
      });
    }
    cursor = meta.nextCursor;
    if (!meta.hasMore) break;
  }
  if (products.length === 0) exec.test.abort(`There is nothing to buy at ${base}`);
  return { products, categories: [...categories] };
}

function read(cursor) {
  const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  const url = `${base}/api/v1/products?inStock=true&limit=${PAGE}${next}`;
  const answer = http.get(url, { tags: { name: 'setup' } });
  if (answer.status !== 200) {
    exec.test.abort(`The catalogue of ${base} is answered with ${answer.status || answer.error}`);
  }
  return answer.json();
}
