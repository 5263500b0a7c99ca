import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ProductDraft } from '../../../src/services/catalogImport/read/productDraft.ts';
import type { RejectedRow } from '../../../src/services/catalogImport/read/productGroup.ts';
import { readShopifyProducts } from '../../../src/services/catalogImport/read/shopifyCsv.ts';
import type { ReadProduct } from '../../../src/services/catalogImport/read/shopifyCsv.ts';
import { surveyFile } from '../../../src/services/catalogImport/read/survey.ts';

const folder = new URL('../../fixtures/catalog/', import.meta.url);

interface ReadFile {
  items: ReadProduct[];
  products: ProductDraft[];
  rejected: RejectedRow[];
}

/** Reads a whole fixture of tests/fixtures/catalog with dollars as the default currency. */
export function readFixture(name: string): Promise<ReadFile> {
  return readAll(() => createReadStream(new URL(name, folder)));
}

/** The same for text, in chunks of the given size to test every chunk boundary. */
export function readText(text: string, pieceSize = text.length): Promise<ReadFile> {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize) {
    pieces.push(bytes.subarray(at, at + pieceSize));
  }
  return readAll(() => Readable.from(pieces));
}

/** @param maxHeld characters of scattered rows that one pass may hold. */
export async function readAll(open: () => Readable, maxHeld?: number): Promise<ReadFile> {
  const survey = await surveyFile(open(), () => true, maxHeld);
  const items: ReadProduct[] = [];
  const rejected: RejectedRow[] = [];
  for await (const item of readShopifyProducts(open, survey, { defaultCurrency: 'USD' })) {
    if (item.kind === 'product') items.push(item);
    else rejected.push(item);
  }
  return { items, products: items.map(({ product }) => product), rejected };
}
