import type { Statement } from '../../../db/client.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Change } from '../plan/changes.ts';
import type { LinkPlan, ProductPlan } from '../plan/planProduct.ts';
import * as sql from './statements.ts';

/**
 * Writes what is new or differs, in the order of the foreign keys. Prices come last: by then their
 * products are in their categories, and both learn of the prices at once.
 */
export async function writeRows(ctx: Context, plans: readonly ProductPlan[]): Promise<void> {
  const fresh = plans.filter(({ change }) => change === 'created');
  const known = plans.filter(({ change }) => change !== 'created');
  const send = async <Row extends object>(
    { create, write }: sql.Writing,
    rowsOf: (plan: ProductPlan) => readonly Row[],
    parametersOf: (rows: readonly Row[]) => unknown[] = (rows) => [JSON.stringify(rows)],
  ): Promise<void> => {
    for (const [statement, plans] of [
      [create, fresh],
      [write, known],
    ] as const) {
      const rows = plans.flatMap(rowsOf);
      if (rows.length > 0) await ctx.db.execute(statement, parametersOf(rows));
    }
  };

  await send(sql.products, (plan) => changed([plan]));
  const removed = plans.flatMap(({ options }) => options.remove);
  if (removed.length > 0) await ctx.db.execute(sql.removeOptions, [removed]);
  await send(sql.options, ({ options }) => options.write);
  await send(sql.images, ({ images }) => changed(images));
  await send(sql.variants, ({ variants }) => changed(variants));
  await writeLinks(ctx, plans, ({ categories }) => categories, {
    add: sql.addCategories,
    remove: sql.removeCategories,
  });
  await writeLinks(ctx, plans, ({ collections }) => collections, {
    add: sql.addCollections,
    remove: sql.removeCollections,
  });
  await send(
    sql.prices,
    ({ variants }) => variants.flatMap(({ prices }) => prices),
    (prices) => [
      prices.map(({ variantId }) => variantId),
      prices.map(({ currency }) => currency),
      prices.map(({ amount }) => amount),
      prices.map(({ compareAt }) => compareAt),
    ],
  );
}

function changed(items: readonly { change: Change; row: object }[]): object[] {
  return items.filter(({ change }) => change !== 'unchanged').map(({ row }) => row);
}

async function writeLinks(
  ctx: Context,
  plans: readonly ProductPlan[],
  linksOf: (plan: ProductPlan) => LinkPlan,
  statements: Record<keyof LinkPlan, Statement<object>>,
): Promise<void> {
  for (const kind of ['remove', 'add'] as const) {
    const pairs = plans.flatMap((plan) =>
      linksOf(plan)[kind].map((id) => ({ product: plan.row.id, id })),
    );
    if (pairs.length === 0) continue;
    await ctx.db.execute(statements[kind], [
      pairs.map(({ product }) => product),
      pairs.map(({ id }) => id),
    ]);
  }
}
