import type { IdRange } from '../utils/page.ts';

/**
 * The rows of an {@link IdRange} for Prisma's `findMany`: `id` goes into `where`, the rest beside
 * it.
 */
export function idPage({ id, isBack, take }: IdRange) {
  const order: 'asc' | 'desc' = isBack ? 'asc' : 'desc';
  return { id: id === null ? {} : { [isBack ? 'gt' : 'lt']: id }, orderBy: { id: order }, take };
}
