import { paid, pay, placeOrder, type Sale } from './shopper.ts';
import type { Recorder } from './recorder.ts';

interface Refund {
  readonly id: string;
  readonly status: string;
}

const refundKey = (last: number) => ({
  'idempotency-key': `1f0e3dad-9990-4345-b743-9f8ffabdf${String(last).padStart(3, '0')}`,
});

/** Refunds a line of an order, reads the results, and has one refund refused. */
export async function refund(recorder: Recorder, { orderId, itemId }: Sale): Promise<void> {
  const params = { orderId };
  const { id } = await recorder.record<Refund>('createRefund', {
    params,
    headers: refundKey(1),
    body: {
      lines: [{ itemId, quantity: 1 }],
      restock: true,
      reason: 'requested_by_customer',
      note: 'One mug came broken.',
    },
  });
  const call = { params: { refundId: id } };
  await recorder.until<Refund>('getRefund', call, ({ status }) => status === 'succeeded');
  await recorder.record('getRefund', call);
  await recorder.record('listRefunds', { params });
  await recorder.refused('retryRefund', 'state_conflict', { ...call, headers: refundKey(2) });
  await recorder.refused('createRefund', 'refund_exceeds_payment', {
    params,
    headers: refundKey(3),
    body: { amount: { amount: 9_999_999, currency: 'USD' }, reason: 'duplicate' },
  });
  await recorder.refused('createRefund', 'refund_not_possible', {
    params,
    headers: refundKey(4),
    body: { amount: { amount: 100, currency: 'EUR' }, reason: 'duplicate' },
  });
  await paid(recorder, orderId, 'partially_refunded');
  await recorder.record('getOrderAsStaff', { params });
}

/** Retries a refund that the bank has declined. */
export async function retryRefund(recorder: Recorder): Promise<void> {
  const sale = await placeOrder(recorder);
  await pay(sale, 'pm_card_refundFail');
  await paid(recorder, sale.orderId);
  const begun = await recorder.ask<Refund>('createRefund', {
    params: { orderId: sale.orderId },
    headers: refundKey(5),
    body: { amount: { amount: 500, currency: 'USD' }, reason: 'requested_by_customer' },
  });
  const params = { refundId: begun.body.data.id };
  await recorder.until<Refund>('getRefund', { params }, ({ status }) => status === 'failed');
  await recorder.record('retryRefund', { params, headers: refundKey(6) });
}

/** Orders that staff cancel, and orders with manual payment. */
export async function ordersByHand(recorder: Recorder): Promise<void> {
  const canceled = await placeOrder(recorder);
  const cancellation = (key: number) => ({
    params: { orderId: canceled.orderId },
    headers: refundKey(key),
    body: { reason: 'The customer called.' },
  });
  await recorder.record('cancelOrderAsStaff', cancellation(10));
  await recorder.refused('cancelOrderAsStaff', 'state_conflict', cancellation(11));
  const transferred = await placeOrder(recorder, { paymentProvider: 'manual' });
  const note = (key: number) => ({
    params: { orderId: transferred.orderId },
    headers: refundKey(key),
    body: { note: 'Bank statement of 12 March' },
  });
  await recorder.record('markOrderPaid', note(12));
  await recorder.refused('captureOrder', 'state_conflict', {
    params: { orderId: transferred.orderId },
    headers: refundKey(13),
  });
  await recorder.refused('markOrderPaid', 'state_conflict', {
    ...note(14),
    params: { orderId: canceled.orderId },
  });
}

/** Captures an authorization, in a shop with manual capture. */
export async function capture(recorder: Recorder): Promise<void> {
  const sale = await placeOrder(recorder);
  await pay(sale);
  await paid(recorder, sale.orderId, 'authorized');
  await recorder.record('captureOrder', {
    params: { orderId: sale.orderId },
    headers: refundKey(20),
  });
}

/** A payer who disputes a payment as fraudulent. */
export async function dispute(recorder: Recorder): Promise<void> {
  const sale = await placeOrder(recorder);
  await pay(sale, 'pm_card_createDispute');
  const query = { state: 'open', limit: 1 };
  await recorder.until<unknown[]>('listDisputes', { query }, ({ length }) => length > 0);
  await recorder.record('listDisputes', { query });
  await recorder.refused('listDisputes', 'invalid_cursor', { query: { cursor: 'eyJv' } });
}
