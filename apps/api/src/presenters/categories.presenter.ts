import type { Shown } from '../kernel/route.ts';
import type { CategoryNode, Collection } from '../services/products.service.ts';
import type { categorySchema, collectionSchema } from '../validators/categories.validator.ts';

/** A category with everything below it. */
export function presentCategory(category: CategoryNode): Shown<typeof categorySchema> {
  const { id, handle, name, path, children } = category;
  return { id, handle, name, path, children: children.map(presentCategory) };
}

export function presentCollection(collection: Collection): Shown<typeof collectionSchema> {
  const { id, handle, title, description } = collection;
  return { id, handle, title, description };
}
