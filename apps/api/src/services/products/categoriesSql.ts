import { statement, type None } from '../../db/statement.ts';
import type { CategoryNode, Collection } from './readModel.ts';

/** A category beside its parent's id; siblings come in the order they are shown in. */
type CategoryRow = Omit<CategoryNode, 'children'> & { parentId: string | null };

export const allCategories = statement('categories.all')<None, CategoryRow>(
  `SELECT id, handle, name, path, parent_id AS "parentId" FROM categories ORDER BY position, name, id`,
);

export const allCollections = statement('collections.all')<None, Collection>(
  `SELECT id, handle, title, description FROM collections ORDER BY title, id`,
);
