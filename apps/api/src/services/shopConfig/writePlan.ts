import type { Models } from '../../db/client.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { Plan } from './plan.ts';
import type { OptionRow } from './rows.ts';

/** Writes what differs. What is removed goes first, so that what takes its place finds it free. */
export async function writePlan({ db: { prisma } }: Context, plan: Plan): Promise<void> {
  const { zones, options, taxRates, locations } = plan;
  await prisma.shippingOption.deleteMany(whereIn(options.remove));
  await prisma.shippingZone.deleteMany(whereIn(zones.remove));
  await prisma.taxRate.deleteMany(whereIn(taxRates.remove));
  await prisma.location.deleteMany(whereIn(locations.remove));
  for (const row of locations.put) await prisma.location.upsert(put(row));
  for (const row of zones.put) await prisma.shippingZone.upsert(put(row));
  for (const row of options.put) await putOption(prisma, row);
  for (const row of taxRates.put) await prisma.taxRate.upsert(put(row));
}

/** An option keeps its id, which carts have chosen; its rates are replaced. */
async function putOption(prisma: Models, { rates, ...option }: OptionRow): Promise<void> {
  const optionId = option.id;
  await prisma.shippingOption.upsert(put(option));
  await prisma.shippingRate.deleteMany({ where: { optionId } });
  await prisma.shippingRate.createMany({
    data: rates.map((rate) => ({ ...rate, optionId, id: newId('shippingRate') })),
  });
}

function put<Row extends { id: string }>(row: Row) {
  return { where: { id: row.id }, create: row, update: row };
}

function whereIn(rows: readonly { id: string }[]) {
  return { where: { id: { in: rows.map(({ id }) => id) } } };
}
