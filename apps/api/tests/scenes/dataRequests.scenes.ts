import { newId } from '../../src/kernel/ids.ts';
import { signInPerson } from '../helpers/people.ts';
import { placeOrder } from '../helpers/orders.ts';
import { asStaff } from '../helpers/staff.ts';
import { goods, post, upTo, type Scenes, type Stage } from './scene.ts';

/** A customer with as many orders, none of which blocks an erasure. */
async function customerWith(stage: Stage, size: number) {
  const person = await signInPerson(stage.shop.container);
  const [line] = goods(stage, 1);
  for (const _ of upTo(size)) {
    const { orderId } = await placeOrder(stage.shop, line ? [line] : []);
    await stage.shop.ctx.db.prisma.order.update({
      where: { id: orderId },
      data: { customerId: person.customerId, status: 'canceled' },
    });
  }
  return person;
}

async function exportOf({ shop }: Stage) {
  const person = await signInPerson(shop.container);
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { id } = await shop.ctx.db.prisma.dataRequest.create({
    data: {
      id: newId('dataRequest'),
      kind: 'export',
      customerId: person.customerId,
      state: 'done',
      requestedBy: 'customer',
      fileKey: 'private/exports/test.zip',
      expiresAt,
    },
  });
  return { ...person, id, expiresAt };
}

/** What people ask about their data. */
export const scenes: Scenes = {
  requestDataExport: async (stage, size) =>
    post(stage, '/me/data-export', (await customerWith(stage, size)).as),

  async getDataExport(stage) {
    const { id, as } = await exportOf(stage);
    return stage.shop.api.get(`/api/v1/me/data-export/${id}`).set(as);
  },

  async openDataExport(stage) {
    const token = stage.shop.container.services.dataRequests.linkTokenOf(await exportOf(stage));
    return stage.shop.api.post('/api/v1/data-exports/open').send({ token });
  },

  requestErasure: async (stage, size) =>
    post(stage, '/me/erasure', (await customerWith(stage, size)).as).send({ confirm: true }),

  async listAllDataRequests(stage, size) {
    for (const _ of upTo(size)) await exportOf(stage);
    return stage.shop.api.get('/api/v1/admin/data-requests').query({ kind: 'export' }).set(asStaff);
  },

  async listDataRequests(stage) {
    const { customerId } = await exportOf(stage);
    return stage.shop.api.get(`/api/v1/admin/customers/${customerId}/data-requests`).set(asStaff);
  },

  async exportCustomer(stage, size) {
    const { customerId } = await customerWith(stage, size);
    const body = { reason: 'asked by letter' };
    return post(stage, `/admin/customers/${customerId}/data-export`, asStaff).send(body);
  },

  async eraseCustomer(stage, size) {
    const { customerId } = await customerWith(stage, size);
    const body = { reason: 'asked by letter' };
    return post(stage, `/admin/customers/${customerId}/erasure`, asStaff).send(body);
  },
};
