import { withDeps } from '../utils/withDeps.ts';
import { attachGuestOrders } from './orders/attachGuestOrders.ts';
import { claimDueOrders, returnDueOrders } from './orders/claimDueOrders.ts';
import { claimOrder } from './orders/claimOrder.ts';
import { countRefund, uncountRefund } from './orders/countRefund.ts';
import { createOrder } from './orders/createOrder.ts';
import type { OrdersDeps } from './orders/deps.ts';
import { findLines } from './orders/findLines.ts';
import { findOrderOfCart } from './orders/findOrderOfCart.ts';
import { getOrderForShopper, getOrderForStaff, getOrderOrThrow } from './orders/getOrder.ts';
import { listHistory } from './orders/listHistory.ts';
import { listOrdersOf, listOwnOrders } from './orders/listOwnOrders.ts';
import { makeOrderToken } from './orders/orderToken.ts';
import { transitionOrder } from './orders/transitionOrder.ts';
import { hashClientAddress } from './orders/unpaid.ts';

export type { NewOrder, NewPayment } from './orders/createOrder.ts';
export type { HistoryEntry } from './orders/listHistory.ts';
export type { OrderSummary } from './orders/listOwnOrders.ts';
export type { Order, OrderItem, OrderPayment, OrderRefund } from './orders/readOrder.ts';

export type OrdersService = ReturnType<typeof createOrdersService>;

/** Orders: how they are written, read and moved from state to state. */
export function createOrdersService(deps: OrdersDeps) {
  const { perAddress, perEmail } = deps.unpaidLimits;
  return {
    getForShopper: getOrderForShopper,
    getForStaff: getOrderForStaff,
    getOrThrow: getOrderOrThrow,
    history: listHistory,
    idOfCart: findOrderOfCart,
    lines: findLines,
    claim: claimOrder,
    attachGuestOrders,
    transition: transitionOrder,
    claimDue: claimDueOrders,
    returnDueOrders,
    countRefunded: countRefund,
    uncountRefunded: uncountRefund,
    /** Whether any limit of unpaid orders applies. */
    limitsUnpaid: perAddress > 0 || perEmail > 0,
    ...withDeps(deps, {
      create: createOrder,
      listOwn: listOwnOrders,
      listOfCustomer: listOrdersOf,
      tokenOf: makeOrderToken,
      clientKeyOf: hashClientAddress,
    }),
  };
}
