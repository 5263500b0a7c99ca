import { addTotp } from '../helpers/factors.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { goods, post, upTo, type Scenes, type Stage } from './scene.ts';

const person = ({ shop }: Stage) => signInPerson(shop.container);
/** A customer with an order of `size` lines. */
async function buyer(stage: Stage, size: number) {
  const { customerId } = await person(stage);
  const cartId = await stage.shop.readyCart(goods(stage, size));
  const { body } = await stage.shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
  const where = { id: body.data.order.id as string };
  await stage.shop.ctx.db.prisma.order.update({ where, data: { customerId } });
  return { customerId };
}

const body = { reason: 'for the test' };

/** Customers as staff work with them. */
export const scenes: Scenes = {
  async listCustomers(stage, size) {
    for (const _ of upTo(size)) await person(stage);
    return stage.shop.api.get(`/api/v1/admin/customers?limit=${size}`).set(asStaff);
  },

  async getCustomer(stage) {
    const { customerId } = await person(stage);
    return stage.shop.api.get(`/api/v1/admin/customers/${customerId}`).set(asStaff);
  },

  async listCustomerOrders(stage, size) {
    const { customerId } = await buyer(stage, size);
    return stage.shop.api.get(`/api/v1/admin/customers/${customerId}/orders`).set(asStaff);
  },

  async getCustomerTimeline(stage, size) {
    const { customerId } = await buyer(stage, size);
    return stage.shop.api.get(`/api/v1/admin/customers/${customerId}/timeline`).set(asStaff);
  },

  async changeCustomer(stage) {
    const { customerId } = await person(stage);
    const path = `/api/v1/admin/customers/${customerId}`;
    return stage.shop.api.patch(path).set(asStaff).send({ note: 'a note' });
  },

  disableCustomer: async (stage) =>
    post(stage, `/admin/customers/${(await person(stage)).customerId}/disable`, asStaff).send(body),

  async enableCustomer(stage) {
    const address = `/admin/customers/${(await person(stage)).customerId}`;
    await post(stage, `${address}/disable`, asStaff).send(body).expect(200);
    return post(stage, `${address}/enable`, asStaff).send(body);
  },

  async resetCustomerFactors(stage) {
    const { customerId, userId } = await person(stage);
    await addTotp(stage.shop.ctx, userId);
    return post(stage, `/admin/customers/${customerId}/reset-factors`, asStaff).send(body);
  },

  async mergeCustomers(stage) {
    const { customerId } = await person(stage);
    const { customerId: loserId } = await person(stage);
    const path = `/admin/customers/${customerId}/merge`;
    return post(stage, path, asStaff).send({ ...body, loserId });
  },
};
