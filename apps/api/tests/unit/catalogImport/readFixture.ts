import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ProductDraft } from '../../../src/services/catalogImport/productDraft.ts';
import type { RejectedRow } from '../../../src/services/catalogImport/productGroup.ts';
import { readShopifyProducts } from '../../../src/services/catalogImport/shopifyCsv.ts';
import type { ReadItem, ReadProduct } from '../../../src/services/catalogImport/shopifyCsv.ts';

const folder = new URL('../../fixtures/catalog/', import.meta.url);

interface ReadFile {
  items: ReadProduct[];
  products: ProductDraft[];
  rejected: RejectedRow[];
}

/** Reads a whole fixture of tests/fixtures/catalog with dollars as the default currency. */
export function readFixture(name: string): Promise<ReadFile> {
  return sorted(readShopifyProducts(createReadStream(new URL(name, folder)), options));
}

/** The same for text, handed over in pieces of the given size to try every chunk boundary. */
export function readText(text: string, pieceSize = text.length): Promise<ReadFile> {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize) {
    pieces.push(bytes.subarray(at, at + pieceSize));
  }
  return sorted(readShopifyProducts(Readable.from(pieces), options));
}

const options = { defaultCurrency: 'USD' };

async function sorted(source: AsyncGenerator<ReadItem>): Promise<ReadFile> {
  const items: ReadProduct[] = [];
  const rejected: RejectedRow[] = [];
  for await (const item of source) {
    if (item.kind === 'product') items.push(item);
    else rejected.push(item);
  }
  return { items, products: items.map(({ product }) => product), rejected };
}
