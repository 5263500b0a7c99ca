import { guardCell } from './spreadsheetGuard.ts';

type Cells = readonly string[];

/**
 * The header and the records below it. The first record is read before the header is given, so what
 * cannot be read at all is no file. Its end is the end of the records.
 * @param spreadsheetSafe guards cells that a spreadsheet would run.
 */
export async function* table(
  header: Cells,
  records: AsyncGenerator<Cells>,
  spreadsheetSafe: boolean,
): AsyncGenerator<Cells> {
  const shown = (cells: Cells) => (spreadsheetSafe ? cells.map(guardCell) : cells);
  try {
    const first = await records.next();
    yield shown(header);
    if (first.done === true) return;
    yield shown(first.value);
    for await (const cells of records) yield shown(cells);
  } finally {
    await records.return(undefined);
  }
}
