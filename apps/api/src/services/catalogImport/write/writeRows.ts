import type { Statement } from '../../../db/statement.ts';
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
  const { db } = ctx;
  const each = async <Row>(
    rowsOf: (plan: ProductPlan) => readonly Row[],
    send: (kind: keyof sql.Writing, rows: readonly Row[]) => Promise<number>,
  ): Promise<void> => {
    for (const [kind, plans] of [
      ['create', fresh],
      ['write', known],
    ] as const) {
      const rows = plans.flatMap(rowsOf);
      if (rows.length > 0) await send(kind, rows);
    }
  };

  await each(
    (plan) => changed([plan]),
    (kind, rows) => db.execute(sql.products[kind], asJson(rows)),
  );
  const removed = plans.flatMap(({ options }) => options.remove);
  if (removed.length > 0) await db.execute(sql.removeOptions, { ids: removed });
  await each(
    ({ options }) => options.write,
    (kind, rows) => db.execute(sql.options[kind], asJson(rows)),
  );
  await each(
    ({ images }) => changed(images),
    (kind, rows) => db.execute(sql.images[kind], asJson(rows)),
  );
  await each(
    ({ variants }) => changed(variants),
    (kind, rows) => db.execute(sql.variants[kind], asJson(rows)),
  );
  await writeLinks(ctx, plans, ({ categories }) => categories, {
    add: sql.addCategories,
    remove: sql.removeCategories,
  });
  await writeLinks(ctx, plans, ({ collections }) => collections, {
    add: sql.addCollections,
    remove: sql.removeCollections,
  });
  await each(
    ({ variants }) => variants.flatMap(({ prices }) => prices),
    (kind, prices) =>
      db.execute(sql.prices[kind], {
        variantIds: prices.map(({ variantId }) => variantId),
        currencies: prices.map(({ currency }) => currency),
        amounts: prices.map(({ amount }) => amount),
        compareAts: prices.map(({ compareAt }) => compareAt),
      }),
  );
}

function asJson(rows: readonly object[]): sql.Rows {
  return { rows: JSON.stringify(rows) };
}

function changed(items: readonly { change: Change; row: object }[]): object[] {
  return items.filter(({ change }) => change !== 'unchanged').map(({ row }) => row);
}

async function writeLinks(
  ctx: Context,
  plans: readonly ProductPlan[],
  linksOf: (plan: ProductPlan) => LinkPlan,
  statements: Record<keyof LinkPlan, Statement<sql.Links, object>>,
): Promise<void> {
  for (const kind of ['remove', 'add'] as const) {
    const pairs = plans.flatMap((plan) =>
      linksOf(plan)[kind].map((id) => ({ product: plan.row.id, id })),
    );
    if (pairs.length === 0) continue;
    await ctx.db.execute(statements[kind], {
      productIds: pairs.map(({ product }) => product),
      ids: pairs.map(({ id }) => id),
    });
  }
}
