import { Readable } from 'node:stream';
import { composedStatement } from '../../src/db/statement.ts';
import type {
  CatalogImportService,
  ImportReport,
} from '../../src/services/catalogImport.service.ts';
import type { Context } from '../../src/kernel/context.ts';
import { seedShippingAndTax } from '../demo/shippingAndTax.ts';
import { header, NUMBER_KEY, rowsOf, type Cells } from './product.ts';

/** Products are numbered from 1; those up to the first that lacks are passed over by the next seed. */
const alreadyThere = composedStatement<{ key: string }, { there: number; unbroken: number }>(
  'seed.large',
  `SELECT count(*) AS there, count(*) FILTER (WHERE number = place) AS unbroken
   FROM (
     SELECT number, row_number() OVER (ORDER BY number) AS place
     FROM (
       SELECT (metafields ->> :key)::int AS number FROM products WHERE metafields ? :key
     ) large
   ) numbered`,
);

export interface LargeSeedOptions {
  /** How many products of the large catalogue there are to be. */
  products: number;
  /** Told before anything is written. */
  onStart?: (there: number) => void;
  /** Told after each batch, with how many products are written in all. */
  onProgress?: (report: ImportReport, missing: number) => void;
  /** Ends the seed after the batch that is being written; the next one goes on from there. */
  signal?: AbortSignal;
}

/**
 * Brings the shop's large catalogue up to so many products, of three variants each, beside whatever
 * else it sells. They are made as the importer reads them, so nothing is held in memory, and written
 * by it as a merchant's file would be. What is there already is left alone.
 * @returns the import's report; null when that many were there.
 */
export async function seedLarge(
  ctx: Context,
  services: { catalogImport: CatalogImportService },
  { products, onStart, onProgress, signal }: LargeSeedOptions,
): Promise<ImportReport | null> {
  await seedShippingAndTax(ctx);
  const [{ there, unbroken } = { there: 0, unbroken: 0 }] = await ctx.db.query(alreadyThere, {
    key: NUMBER_KEY,
  });
  onStart?.(there);
  if (unbroken >= products) return null;
  const open = () => largeCatalogue(unbroken + 1, products);
  return await services.catalogImport.importCatalog(ctx, open, {
    currency: 'USD',
    onProgress: (report) => onProgress?.(report, products - unbroken),
    ...(signal && { signal }),
  });
}

/** The products of these numbers as Shopify's CSV. */
export function largeCatalogue(from: number, to: number): Readable {
  return Readable.from(csvOf(from, to), { objectMode: false });
}

/** Products that are handed on at a time: a chunk of some 50 KB. */
const CHUNK = 50;

function* csvOf(from: number, to: number): Generator<string> {
  yield `${header.join(',')}\n`;
  for (let first = from; first <= to; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, to);
    let chunk = '';
    for (let number = first; number <= last; number += 1) {
      for (const cells of rowsOf(number)) chunk += lineOf(cells);
    }
    yield chunk;
  }
}

function lineOf(cells: Cells): string {
  return `${header.map((name) => `"${(cells[name] ?? '').replaceAll('"', '""')}"`).join(',')}\n`;
}
