/** A kind of read. */
export interface Subject {
  readonly name: string;
  /** Several, so that concurrent requests do not share one computation. */
  readonly paths: readonly string[];
}

const API = '/api/v1';
const LIST_PAGES = 40;
const PRODUCTS = 200;

interface List {
  data: { handle: string }[];
  meta: { nextCursor: string | null };
}

/** Lists of 20 products with all their variants, and the pages of single products. */
export async function findSubjects(base: string): Promise<Subject[]> {
  const lists: string[] = [];
  const products: string[] = [];
  for (let cursor: string | null = ''; cursor !== null && lists.length < LIST_PAGES;) {
    const path: string = `${API}/products?limit=20${cursor && `&cursor=${cursor}`}`;
    const page = (await (await fetch(base + path)).json()) as List;
    // Only full ones, so that all cost the same.
    if (page.data.length === 20) lists.push(path);
    products.push(...page.data.map(({ handle }) => `${API}/products/${handle}`));
    cursor = page.meta.nextCursor;
  }
  return [
    { name: 'list of 20', paths: lists },
    { name: 'product page', paths: products.slice(0, PRODUCTS) },
  ];
}

/** What the shop sends for each path, not compressed. */
export async function bodiesOf(base: string, { paths }: Subject): Promise<Record<string, string>> {
  const bodies: Record<string, string> = {};
  for (const path of paths) {
    const answer = await fetch(base + path, { headers: { 'Accept-Encoding': 'identity' } });
    bodies[path] = await answer.text();
  }
  return bodies;
}
