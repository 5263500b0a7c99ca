import { newId } from '../../src/kernel/ids.ts';
import { issueCard, usd } from '../helpers/credit.ts';
import { placedOf, placeOrder, placePaidOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, settleRefunds } from '../helpers/refunds.ts';
import { asStaff } from '../helpers/staff.ts';
import { goods, post, upTo, type Scenes, type Stage } from './scene.ts';

const bought = (stage: Stage, size: number) => placeOrder(stage.shop, goods(stage, size));

/** Bought with an authorized card. */
const held = (stage: Stage, size: number) => placePaidOrder(stage.shop, goods(stage, size));

async function paid(stage: Stage, size: number): Promise<PlacedOrder> {
  const placed = await held(stage, size);
  await post(stage, `/admin/orders/${placed.orderId}/capture`, asStaff).expect(200);
  return placed;
}

/** All lines, to be restocked. */
const allOf = ({ itemIds }: PlacedOrder) => ({
  lines: itemIds.map((itemId) => ({ itemId, quantity: 1 })),
  restock: true,
});

/** @returns the refund's id. */
async function refunded(stage: Stage, placed: PlacedOrder, body: object): Promise<string> {
  const answer = await refund(stage.shop, placed, { ...body }).expect(201);
  return String(answer.body.data.id);
}

/** A paid order with as many refunds of a cent. @returns the order. */
async function refundedOften(stage: Stage, size: number): Promise<PlacedOrder> {
  const placed = await paid(stage, size);
  for (const _ of upTo(size)) await refunded(stage, placed, { amount: usd(1) });
  return placed;
}

const asGuest = ({ token }: PlacedOrder) => ({ 'X-Order-Token': token });

/** The requests of an order's shopper and of staff. */
export const scenes: Scenes = {
  async getOrder(stage, size) {
    const placed = await bought(stage, size);
    return stage.shop.api.get(`/api/v1/orders/${placed.orderId}`).set(asGuest(placed));
  },

  async getOrderHistory(stage, size) {
    const placed = await bought(stage, size);
    const { orderId } = placed;
    await stage.shop.ctx.db.prisma.orderHistory.createMany({
      data: upTo(size).map(() => ({
        id: newId('history'),
        orderId,
        axis: 'fulfillment',
        toState: 'unfulfilled',
        reason: 'for the test',
        actor: 'system',
      })),
    });
    return stage.shop.api.get(`/api/v1/orders/${orderId}/history`).set(asGuest(placed));
  },

  async cancelOrder(stage, size) {
    const placed = await bought(stage, size);
    return post(stage, `/orders/${placed.orderId}/cancel`, asGuest(placed));
  },

  async payOrder(stage, size) {
    const placed = await bought(stage, size);
    return post(stage, `/orders/${placed.orderId}/payment`, asGuest(placed));
  },

  async getOrderAsStaff(stage, size) {
    const { orderId } = await refundedOften(stage, size);
    return stage.shop.api.get(`/api/v1/admin/orders/${orderId}`).set(asStaff);
  },

  async cancelOrderAsStaff(stage, size) {
    const { orderId } = await paid(stage, size);
    const body = { reason: 'the customer asked' };
    return post(stage, `/admin/orders/${orderId}/cancel`, asStaff).send(body);
  },

  async captureOrder(stage, size) {
    const { orderId } = await held(stage, size);
    return post(stage, `/admin/orders/${orderId}/capture`, asStaff);
  },

  async markOrderPaid(stage, size) {
    const { orderId } = await placeOrder(stage.shop, goods(stage, size), { provider: 'manual' });
    return post(stage, `/admin/orders/${orderId}/mark-paid`, asStaff).send({ note: 'by transfer' });
  },

  async createRefund(stage, size) {
    const placed = await paid(stage, size);
    return refund(stage.shop, placed, allOf(placed));
  },

  /** Each card is refunded by a separate allocation; there are as many as a checkout accepts. */
  async 'createRefund, to five gift cards'(stage, size) {
    const placed = await paidWithCards(stage, size);
    return refund(stage.shop, placed, allOf(placed));
  },

  async listRefunds(stage, size) {
    const { orderId } = await refundedOften(stage, size);
    return stage.shop.api.get(`/api/v1/admin/orders/${orderId}/refunds`).set(asStaff);
  },

  async getRefund(stage, size) {
    const placed = await paid(stage, size);
    const refundId = await refunded(stage, placed, allOf(placed));
    return stage.shop.api.get(`/api/v1/admin/refunds/${refundId}`).set(asStaff);
  },

  async retryRefund(stage, size) {
    const placed = await paid(stage, size);
    await stage.shop.control('POST', 'faults', { path: '/v1/refunds', status: 400, times: 1 });
    const refundId = await refunded(stage, placed, allOf(placed));
    await settleRefunds(stage.shop, placed);
    return post(stage, `/admin/refunds/${refundId}/retry`, asStaff);
  },

  async retryWorkflow(stage, size) {
    const id = await refundWorkflow(stage, size);
    const { prisma } = stage.shop.ctx.db;
    await prisma.workflow.update({ where: { id }, data: { state: 'needs_person' } });
    return post(stage, `/admin/workflows/${id}/retry`, asStaff).send({ reason: 'looked at it' });
  },

  async abandonWorkflow(stage, size) {
    const id = await refundWorkflow(stage, size);
    return post(stage, `/admin/workflows/${id}/abandon`, asStaff).send({ reason: 'by hand' });
  },
};

/** Paid in full with five gift cards, each in part. */
async function paidWithCards({ shop, variantIds }: Stage, size: number): Promise<PlacedOrder> {
  const cartId = await shop.readyCart(goods({ shop, variantIds }, size));
  const { body: cart } = await shop.api.get(`/api/v1/carts/${cartId}`).expect(200);
  const share = Math.ceil(cart.data.totals.total.amount / 5);
  const cards = await Promise.all(upTo(5).map(() => issueCard(shop, share)));
  const giftCards = cards.map(({ code }) => code);
  const { body } = await shop
    .checkout(cartId, { paymentProvider: 'stripe', giftCards })
    .expect(201);
  return placedOf(body.data);
}

/** @returns the id of the workflow of a refund that no one has made yet. */
async function refundWorkflow(stage: Stage, size: number): Promise<string> {
  const placed = await paid(stage, size);
  const subjectId = await refunded(stage, placed, allOf(placed));
  const workflow = await stage.shop.ctx.db.prisma.workflow.findFirstOrThrow({
    where: { subjectId },
  });
  return workflow.id;
}
