import { newId } from '../../src/kernel/ids.ts';
import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

/** Makes `size` roles. @returns the id of one. */
async function addRoles({ shop }: Stage, size: number): Promise<string> {
  const ids = upTo(size).map(() => newId('role'));
  await shop.ctx.db.prisma.role.createMany({
    data: ids.map((id) => ({ id, name: id, title: 'A scene', permissions: ['orders:read'] })),
  });
  return ids[0] ?? '';
}

const role = async (stage: Stage, size: number) =>
  `/api/v1/admin/roles/${await addRoles(stage, size)}`;

/** The requests about roles. */
export const scenes: Scenes = {
  listPermissions: ({ shop }) => shop.api.get('/api/v1/admin/permissions').set(asStaff),

  async listRoles(stage, size) {
    await addRoles(stage, size);
    return stage.shop.api.get('/api/v1/admin/roles').set(asStaff);
  },

  createRole: (stage, size) =>
    post(stage, '/admin/roles', asStaff).send({ name: `scene_${size}`, title: 'A scene' }),

  getRole: async (stage, size) => stage.shop.api.get(await role(stage, size)).set(asStaff),

  changeRole: async (stage, size) =>
    stage.shop.api
      .patch(await role(stage, size))
      .set(asStaff)
      .send({ permissions: [] }),

  deleteRole: async (stage, size) => stage.shop.api.delete(await role(stage, size)).set(asStaff),
};
