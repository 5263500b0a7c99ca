import type { Recorder } from './recorder.ts';
import { placeOrder } from './shopper.ts';

interface Order {
  readonly number: number;
}

/** A customer adds an order that they placed as a guest, and finds it among their orders. */
export async function record(recorder: Recorder): Promise<void> {
  const { orderId, token } = await placeOrder(recorder);
  const found = await recorder.ask<Order>('getOrder', { params: { orderId }, headers: token });
  const body = { orderNumber: found.body.data.number, token: token['x-order-token'] };
  await recorder.record('claimOrder', { body });
  await recorder.refused('claimOrder', 'not_found', {
    body: { orderNumber: 999_999, token: 'dGhlIHRva2VuIG9mIG5vIG9yZGVy' },
  });
  await recorder.record('listOwnOrders', { query: { limit: 1 } });
  await recorder.refused('listOwnOrders', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await ownCart(recorder);
}

/** A guest's cart is taken over. */
async function ownCart(recorder: Recorder): Promise<void> {
  await recorder.refused('getOwnCart', 'not_found');
  const { body } = await recorder.ask<{ id: string }>('createCart', { body: {} });
  const cartId = body.data.id;
  await recorder.record('mergeCart', { body: { cartId } });
  await recorder.refused('mergeCart', 'not_found', {
    body: { cartId: `${cartId.slice(0, -4)}0000` },
  });
  await recorder.record('getOwnCart');
}
