import { newId } from '../../src/kernel/ids.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

const path = '/admin/customer-groups';

/** A group with `size` customers, who were put in by hand. */
async function group({ shop }: Stage, size: number) {
  const { prisma } = shop.ctx.db;
  const id = newId('customerGroup');
  await prisma.customerGroup.create({ data: { id, name: id } });
  const members: string[] = [];
  for (const _ of upTo(size)) {
    const { customerId } = await signInPerson(shop.container);
    const data = { groupId: id, customerId, source: 'manual' };
    await prisma.customerGroupMember.create({ data });
    members.push(customerId);
  }
  return { id, member: members[0] ?? '', at: `/api/v1${path}/${id}` };
}

/** Groups of customers. */
export const scenes: Scenes = {
  async listCustomerGroups(stage, size) {
    for (const _ of upTo(size)) await group(stage, 1);
    return stage.shop.api.get(`/api/v1${path}?limit=${size}`).set(asStaff);
  },

  createCustomerGroup: (stage) =>
    post(stage, path, asStaff).send({ name: newId('request'), rule: { minOrders: 1_000_000 } }),

  getCustomerGroup: async (stage, size) =>
    stage.shop.api.get((await group(stage, size)).at).set(asStaff),

  changeCustomerGroup: async (stage, size) =>
    stage.shop.api
      .patch((await group(stage, size)).at)
      .set(asStaff)
      .send({ description: 'changed' }),

  deleteCustomerGroup: async (stage, size) =>
    stage.shop.api.delete((await group(stage, size)).at).set(asStaff),

  async addCustomerToGroup(stage, size) {
    const { at } = await group(stage, size);
    const { customerId } = await signInPerson(stage.shop.container);
    return stage.shop.api.put(`${at}/members/${customerId}`).set(asStaff);
  },

  async removeCustomerFromGroup(stage, size) {
    const { at, member } = await group(stage, size);
    return stage.shop.api.delete(`${at}/members/${member}`).set(asStaff);
  },

  refreshCustomerGroup: async (stage, size) =>
    post(stage, `${path}/${(await group(stage, size)).id}/refresh`, asStaff),
};
