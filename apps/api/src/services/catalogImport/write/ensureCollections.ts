import { statement } from '../../../db/client.ts';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Place } from './commitSlot.ts';
import { slugify } from '../read/slug.ts';

const findCollections = statement<{ id: string; handle: string }>(
  'import.findCollections',
  `SELECT id, handle FROM collections WHERE handle = ANY ($1::text[])`,
);

const createCollections = statement(
  'import.createCollections',
  `INSERT INTO collections (id, handle, title)
   SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
   ON CONFLICT (handle) DO NOTHING`,
);

/**
 * Finds the collections of these titles by their handles and makes those that are missing.
 * @returns ids by title.
 */
export async function ensureCollections(
  ctx: Context,
  titles: readonly string[],
  place: Place,
): Promise<Map<string, string>> {
  if (titles.length === 0) return new Map();
  const byHandle = new Map(titles.map((title) => [slugify(title), title]));
  const find = async () => {
    const rows = await ctx.db.query(findCollections, [[...byHandle.keys()]]);
    return new Map(rows.map(({ handle, id }) => [handle, id]));
  };
  let ids = await find();
  const isMissing = ([handle]: readonly [string, string]) => !ids.has(handle);
  if ([...byHandle].some(isMissing)) {
    // The batch before may be making them.
    await place.reach();
    ids = await find();
  }
  const missing = [...byHandle].filter(isMissing);
  if (missing.length > 0) {
    await ctx.db.execute(createCollections, [
      missing.map(() => newId('collection')),
      missing.map(([handle]) => handle),
      missing.map(([, title]) => title),
    ]);
    ids = await find();
  }
  return new Map(
    titles.flatMap((title) => {
      const id = ids.get(slugify(title));
      return id === undefined ? [] : [[title, id] as const];
    }),
  );
}
