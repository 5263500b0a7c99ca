import { withNumbers } from '../../db/withNumbers.ts';
import type { Context } from '../../kernel/context.ts';
import type { CurrentSetup } from './rows.ts';

/** The setup as the tables have it. Without their lock, others may write between the reads. */
export async function readSetup({ db: { prisma } }: Context): Promise<CurrentSetup> {
  const zones = await prisma.shippingZone.findMany({ orderBy: { id: 'asc' } });
  const options = await prisma.shippingOption.findMany({
    include: {
      rates: {
        select: { currency: true, minGrams: true, maxGrams: true, amount: true },
        orderBy: [{ minGrams: 'asc' }, { currency: 'asc' }],
      },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const taxRates = await prisma.taxRate.findMany({
    orderBy: [{ country: 'asc' }, { region: 'asc' }],
  });
  const locations = await prisma.location.findMany({
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
  });
  return { zones, options: withNumbers(options), taxRates, locations };
}
