/** Each row as `map` makes it, when it is asked for. */
export async function* mapRows<Row, Result>(
  rows: AsyncIterable<Row>,
  map: (row: Row) => Result,
): AsyncGenerator<Result> {
  for await (const row of rows) yield map(row);
}
