import { statement } from '../../db/client.ts';
import type { Category, Collection } from '../../validators/categories.validator.ts';

/** A category beside its parent's id; siblings come in the order they are shown in. */
export type CategoryRow = Omit<Category, 'children'> & { parentId: string | null };

export const allCategories = statement<CategoryRow>(
  'categories.all',
  `SELECT id, handle, name, path, parent_id AS "parentId" FROM categories ORDER BY position, name, id`,
);

export const allCollections = statement<Collection>(
  'collections.all',
  `SELECT id, handle, title, description FROM collections ORDER BY title, id`,
);
