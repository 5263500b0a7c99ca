import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { CommitSlot } from './commitSlot.ts';
import { slugify } from '../read/slug.ts';

const findCollections = statement('import.findCollections')<
  { handles: readonly string[] },
  { id: string; handle: string }
>(`SELECT id, handle FROM collections WHERE handle = ANY (:handles::text[])`);

const createCollections = statement('import.createCollections')<{
  ids: readonly string[];
  handles: readonly string[];
  titles: readonly string[];
}>(
  `INSERT INTO collections (id, handle, title)
   SELECT * FROM unnest(:ids::text[], :handles::text[], :titles::text[])
   ON CONFLICT (handle) DO NOTHING`,
);

/**
 * Finds the collections of these titles by their handles and makes those that are missing.
 * @returns ids by title.
 */
export async function ensureCollections(
  ctx: Context,
  titles: readonly string[],
  slot: CommitSlot,
): Promise<Map<string, string>> {
  if (titles.length === 0) return new Map();
  const byHandle = new Map(titles.map((title) => [slugify(title), title]));
  const find = async () => {
    const rows = await ctx.db.query(findCollections, { handles: [...byHandle.keys()] });
    return new Map(rows.map(({ handle, id }) => [handle, id]));
  };
  let ids = await find();
  const isMissing = ([handle]: readonly [string, string]) => !ids.has(handle);
  if ([...byHandle].some(isMissing)) {
    // The batch before may be making them.
    await slot.waitToCommit();
    ids = await find();
  }
  const missing = [...byHandle].filter(isMissing);
  if (missing.length > 0) {
    await ctx.db.execute(createCollections, {
      ids: missing.map(() => newId('collection')),
      handles: missing.map(([handle]) => handle),
      titles: missing.map(([, title]) => title),
    });
    ids = await find();
  }
  return new Map(
    titles.flatMap((title) => {
      const id = ids.get(slugify(title));
      return id === undefined ? [] : [[title, id] as const];
    }),
  );
}
