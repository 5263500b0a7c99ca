import { addTotp } from '../helpers/factors.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { upTo, type Scenes, type Stage } from './scene.ts';

const path = '/api/v1/admin/staff';

/** Makes `size` members of staff. @returns the path of one. */
async function addMembers({ shop }: Stage, size: number): Promise<string> {
  let member = '';
  for (const _ of upTo(size)) {
    const { userId } = await signInPerson(shop.container, { permissions: ['orders:read'] });
    member = `${path}/${userId}`;
  }
  return member;
}

async function supportRole({ shop }: Stage): Promise<string> {
  const { prisma } = shop.ctx.db;
  return (await prisma.role.findUniqueOrThrow({ where: { name: 'support' } })).id;
}

/** The requests about members of staff. */
export const scenes: Scenes = {
  async listStaff(stage, size) {
    await addMembers(stage, size);
    return stage.shop.api.get(`${path}?limit=${size}`).set(asStaff);
  },

  getStaffMember: async (stage, size) =>
    stage.shop.api.get(await addMembers(stage, size)).set(asStaff),

  grantRole: async (stage, size) =>
    stage.shop.api
      .put(`${await addMembers(stage, size)}/roles/${await supportRole(stage)}`)
      .set(asStaff)
      .send({}),

  async revokeRole(stage, size) {
    const granted = `${await addMembers(stage, size)}/roles/${await supportRole(stage)}`;
    await stage.shop.api.put(granted).set(asStaff).send({}).expect(200);
    return stage.shop.api.delete(granted).set(asStaff);
  },

  disableStaffMember: async (stage, size) =>
    stage.shop.api
      .post(`${await addMembers(stage, size)}/disable`)
      .set(asStaff)
      .send({ reason: 'A scene' }),

  async resetStaffFactors(stage, size) {
    const member = await addMembers(stage, size);
    const userId = member.split('/').at(-1) ?? '';
    await addTotp(stage.shop.ctx, userId);
    return stage.shop.api.post(`${member}/reset-factors`).set(asStaff).send({ reason: 'A scene' });
  },

  async enableStaffMember(stage, size) {
    const member = await addMembers(stage, size);
    const body = { reason: 'A scene' };
    await stage.shop.api.post(`${member}/disable`).set(asStaff).send(body).expect(200);
    return stage.shop.api.post(`${member}/enable`).set(asStaff).send(body);
  },
};
