import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { CommitSlot } from './commitSlot.ts';
import { slugify } from '../read/slug.ts';

interface Category {
  id: string;
  parentId: string | null;
  handle: string;
  name: string;
  path: string;
}

const COLUMNS = `id, parent_id AS "parentId", handle, name, path`;

/** The children of categories, and those at the root. */
const loadChildren = statement('import.childCategories')<
  { parents: readonly string[]; isTop: boolean },
  Category
>(
  `SELECT ${COLUMNS} FROM categories
   WHERE parent_id = ANY (:parents::text[]) OR (:isTop::bool AND parent_id IS NULL)
   ORDER BY position, id`,
);

/** Takes the first of the handles that no other category has. */
const insertCategory = statement('import.category')<
  {
    id: string;
    parentId: string | null;
    slugs: readonly string[];
    name: string;
    path: string | null;
  },
  Category
>(
  `INSERT INTO categories (id, parent_id, handle, name, path, position)
   SELECT :id, :parentId, candidate.handle, :name, concat_ws('/', :path::text, candidate.handle),
          (SELECT count(*) FROM categories WHERE parent_id IS NOT DISTINCT FROM :parentId)
   FROM unnest(:slugs::text[]) WITH ORDINALITY AS candidate (handle, place)
   WHERE NOT EXISTS (SELECT FROM categories other WHERE other.handle = candidate.handle)
   ORDER BY candidate.place LIMIT 1
   RETURNING ${COLUMNS}`,
);

/** The maximum number of categories of one name in different branches. */
const MAX_NAMESAKES = 100;

/** One text for a path of names, the same for all ways of writing it. */
export function categoryKey(path: readonly string[]): string {
  return path.map(slugify).join('/');
}

/**
 * Finds the categories that the paths name, from the root, and makes those that are missing.
 * @returns ids by {@link categoryKey}, of the paths and of all that lies above them.
 */
export async function ensureCategories(
  ctx: Context,
  paths: readonly (readonly string[])[],
  slot: CommitSlot,
): Promise<Map<string, string>> {
  const known = new Map<string, Category>();
  // A batch names the same few over and over.
  const different = [...new Map(paths.map((path) => [path.join('\0'), path])).values()];
  for (let depth = 0; ; depth++) {
    const level = new Map<string, readonly string[]>();
    for (const path of different.filter(({ length }) => length > depth)) {
      const upTo = path.slice(0, depth + 1);
      const key = categoryKey(upTo);
      // The first way of writing it names the category.
      if (!level.has(key)) level.set(key, upTo);
    }
    if (level.size === 0) break;
    const parentOf = (path: readonly string[]) => known.get(categoryKey(path.slice(0, -1)));
    const parents = [...level.values()].flatMap((path) => parentOf(path)?.id ?? []);
    const load = () => ctx.db.query(loadChildren, { parents, isTop: depth === 0 });
    let children = await load();
    const find = (path: readonly string[]) => {
      const [parent, name] = [parentOf(path), path.at(-1) ?? ''];
      return children.find((child) => isChild(child, parent, name));
    };
    if ([...level.values()].some((path) => find(path) === undefined)) {
      // The batch before may be making them.
      await slot.waitToCommit();
      children = await load();
    }
    for (const [key, path] of level) {
      known.set(key, find(path) ?? (await create(ctx, path.at(-1) ?? '', parentOf(path))));
    }
  }
  return new Map([...known].map(([key, { id }]) => [key, id]));
}

function isChild(category: Category, parent: Category | undefined, name: string): boolean {
  return category.parentId === (parent?.id ?? null) && slugify(category.name) === slugify(name);
}

/** "Shirts" is `shirts`; a second one, below Women, is `women-shirts`. */
async function create(ctx: Context, name: string, parent: Category | undefined): Promise<Category> {
  const slug = slugify(name);
  const longer = parent ? `${parent.handle}-${slug}` : slug;
  const numbered = Array.from({ length: MAX_NAMESAKES }, (_, index) => `${longer}-${index + 2}`);
  const [created] = await ctx.db.query(insertCategory, {
    id: newId('category'),
    parentId: parent?.id ?? null,
    slugs: [slug, longer, ...numbered],
    name,
    path: parent?.path ?? null,
  });
  if (!created) throw new Error(`There are more than ${MAX_NAMESAKES} categories "${name}"`);
  return created;
}
