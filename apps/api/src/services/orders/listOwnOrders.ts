import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import type {
  FulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from '../../domains/orders.enums.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { readIdPage, type IdListQuery, type IdRange } from '../../utils/page.ts';
import type { OrdersDeps } from './deps.ts';

interface OrderFilters {
  readonly status?: OrderStatus | undefined;
  readonly paymentStatus?: OrderPaymentStatus | undefined;
  /** The first moment, and the first moment no longer. */
  readonly placedFrom?: string | undefined;
  readonly placedTo?: string | undefined;
  /** Of staff's list. */
  readonly salesChannel?: string | undefined;
}

/** An order in a list. */
export interface OrderSummary {
  readonly id: string;
  readonly number: number;
  readonly status: OrderStatus;
  readonly paymentStatus: OrderPaymentStatus;
  readonly fulfillmentStatus: FulfillmentStatus;
  readonly currency: string;
  readonly total: number;
  readonly placedAt: Date;
  /** The first lines, as many as a list shows. */
  readonly items: readonly {
    readonly title: string;
    readonly variantTitle: string;
    readonly quantity: number;
  }[];
  /** Of all its lines. */
  readonly lineCount: number;
}

/** Lines of an order that a list shows. */
const SHOWN_LINES = 3;

/** A page of the caller's orders, newest first. @throws {AppError} invalid_cursor */
export function listOwnOrders(
  deps: Pick<OrdersDeps, 'cursorSecret'>,
  ctx: Context,
  query: IdListQuery & OrderFilters,
) {
  return listOrdersOf(deps, ctx, customerIdOf(ctx), query);
}

/** A page of a customer's orders, newest first. @throws {AppError} invalid_cursor */
export function listOrdersOf(
  { cursorSecret }: Pick<OrdersDeps, 'cursorSecret'>,
  ctx: Context,
  customerId: string,
  query: IdListQuery & OrderFilters,
) {
  const list = { secret: cursorSecret, name: `orders of ${customerId}` };
  return readIdPage(list, query, (range) => findOrdersOf(ctx, range, { ...query, customerId }));
}

async function findOrdersOf(
  ctx: Context,
  range: IdRange,
  {
    customerId,
    status,
    paymentStatus,
    placedFrom,
    placedTo,
    salesChannel,
  }: OrderFilters & { readonly customerId: string },
): Promise<OrderSummary[]> {
  const { id, ...page } = idPage(range);
  const rows = await ctx.db.prisma.order.findMany({
    where: {
      id,
      customerId,
      ...(status && { status }),
      ...(paymentStatus && { paymentStatus }),
      ...(salesChannel !== undefined && { salesChannel }),
      placedAt: { ...(placedFrom && { gte: placedFrom }), ...(placedTo && { lt: placedTo }) },
    },
    select: {
      id: true,
      number: true,
      status: true,
      paymentStatus: true,
      fulfillmentStatus: true,
      currency: true,
      total: true,
      placedAt: true,
      items: {
        select: { title: true, variantTitle: true, quantity: true },
        orderBy: { position: 'asc' },
        take: SHOWN_LINES,
      },
      _count: { select: { items: true } },
    },
    ...page,
  });
  return rows.map(({ _count, ...row }) => ({ ...withNumbers(row), lineCount: _count.items }));
}
