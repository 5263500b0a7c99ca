import type { Context } from '../../kernel/context.ts';
import { PAGE, type CatalogExportDeps } from './exportProducts.ts';
import { selectStock, type ExportedStock } from './statements.ts';
import { table } from './table.ts';

type Level = ExportedStock['levels'][number];

const OPTIONS = [0, 1, 2];

/** The columns of Shopify's inventory CSV; a merchant writes into "On hand (new)". */
const columns: readonly (readonly [
  header: string,
  cell: (level: Level, product: ExportedStock) => string,
])[] = [
  ['Handle', (_level, { handle }) => handle],
  ['Title', (_level, { title }) => title],
  ...OPTIONS.flatMap((place) => [
    [
      `Option${place + 1} Name`,
      (_level: Level, { optionNames }: ExportedStock) =>
        optionNames[place] ?? (isSingle(optionNames, place) ? 'Title' : ''),
    ] as const,
    [
      `Option${place + 1} Value`,
      ({ optionValues }: Level, { optionNames }: ExportedStock) =>
        optionValues[place] ?? (isSingle(optionNames, place) ? 'Default Title' : ''),
    ] as const,
  ]),
  ['SKU', ({ sku }) => sku ?? ''],
  ['HS Code', () => ''],
  ['COO', () => ''],
  ['Location', ({ location }) => location],
  ['Incoming (not editable)', () => '0'],
  ['Unavailable (not editable)', () => '0'],
  ['Committed (not editable)', ({ reserved }) => String(reserved)],
  ['Available (not editable)', ({ onHand, reserved }) => String(onHand - reserved)],
  ['On hand (current)', ({ onHand }) => String(onHand)],
  ['On hand (new)', ({ onHand }) => String(onHand)],
];

/** Whether this is where Shopify says that a product has no options. */
const isSingle = ({ length }: readonly string[], place: number) => length === 0 && place === 0;

/** The stock of each tracked variant at each of its locations. An entry says who asked. */
export async function* exportInventoryCsv(
  { audit, stream }: CatalogExportDeps,
  ctx: Context,
  { spreadsheetSafe }: { spreadsheetSafe: boolean },
): AsyncGenerator<readonly string[]> {
  await audit.record(ctx, { action: 'inventory.export', subject: 'inventory' });
  const products = stream.rows({
    readPage: (after: string | null) => ctx.db.query(selectStock, { ...PAGE, after: after ?? '' }),
    keyOf: ({ id }) => id,
  });
  async function* records() {
    for await (const product of products) {
      for (const level of product.levels) yield columns.map(([, cell]) => cell(level, product));
    }
  }
  const header = columns.map(([name]) => name);
  yield* table(header, records(), spreadsheetSafe);
}
