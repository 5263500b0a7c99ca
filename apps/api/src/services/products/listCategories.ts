import type { Context } from '../../kernel/context.ts';
import { allCategories, allCollections } from './categoriesSql.ts';
import { treeOf, type CategoryNode, type Collection } from './readModel.ts';

/** The roots of the tree, each with what is below it. */
export async function listCategories(ctx: Context): Promise<CategoryNode[]> {
  return treeOf(await ctx.db.query(allCategories));
}

export function listCollections(ctx: Context): Promise<Collection[]> {
  return ctx.db.query(allCollections);
}
