import type { Context } from '../../kernel/context.ts';
import type { AuditService } from '../audit.service.ts';
import type { StreamService } from '../stream.service.ts';
import { CategoryPaths } from './categoryPaths.ts';
import { readShopColumns } from './headers.ts';
import { productFile, type ExportedRow } from './productRecords.ts';
import { selectProducts, type ProductFilter } from './statements.ts';
import { table } from './table.ts';

export interface CatalogExportDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly stream: Pick<StreamService, 'rows'>;
  /** ISO 4217; the currency of the columns that name none. */
  readonly currency: string;
  /** Where stored pictures are found; without a slash at the end. */
  readonly mediaUrl: string;
}

/** Which products are wanted; what is undefined does not filter. */
export interface ProductSelection {
  readonly filters: {
    readonly [Name in keyof ProductFilter]?: NonNullable<ProductFilter[Name]> | undefined;
  };
}

/** Products, and variants of them together, that are read at a time: some milliseconds' work. */
export const PAGE = { take: 25, maxVariants: 50 };

/** The products that pass the filter, in the order in which they were made. An entry says who asked. */
export async function* exportProducts(
  { audit, stream }: CatalogExportDeps,
  ctx: Context,
  { filters }: ProductSelection,
): AsyncGenerator<ExportedRow> {
  await audit.record(ctx, { action: 'products.export', subject: 'products', details: filters });
  const { status, vendor, type, tag, category, collection } = filters;
  const filter: ProductFilter = {
    status: status ?? null,
    vendor: vendor ?? null,
    type: type ?? null,
    tag: tag ?? null,
    category: category ?? null,
    collection: collection ?? null,
  };
  const categories = new CategoryPaths(ctx);
  const products = stream.rows({
    async readPage(after: string | null) {
      const rows = await ctx.db.query(selectProducts, { ...filter, ...PAGE, after: after ?? '' });
      await categories.know(rows.flatMap(({ product }) => product.categoryIds));
      return rows.map(({ product }) => product);
    },
    keyOf: ({ id }) => id,
  });
  for await (const product of products) {
    const [categoryId] = product.categoryIds;
    yield { ...product, category: categoryId === undefined ? [] : categories.pathOf(categoryId) };
  }
}

/** The same as records of Shopify's product CSV, below their header. */
export async function* exportProductCsv(
  deps: CatalogExportDeps,
  ctx: Context,
  { spreadsheetSafe, ...selection }: ProductSelection & { spreadsheetSafe: boolean },
): AsyncGenerator<readonly string[]> {
  const { currency, mediaUrl } = deps;
  const columns = await readShopColumns(ctx, currency);
  const file = productFile({ columns, currency, mediaUrl });
  async function* records() {
    for await (const row of exportProducts(deps, ctx, selection)) yield* file.records(row);
  }
  yield* table(file.header, records(), spreadsheetSafe);
}
