import { linkTokenOf } from '../../src/utils/linkToken.ts';
import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

const path = '/api/v1/admin/invitations';
let people = 0;

async function bodyOf({ shop }: Stage) {
  const { prisma } = shop.ctx.db;
  const { id } = await prisma.role.findUniqueOrThrow({ where: { name: 'support' } });
  return { email: `scene${++people}.${Date.now()}@example.com`, roleIds: [id] };
}

/** Invites `size` people. @returns the id of one invitation. */
async function invite(stage: Stage, size: number): Promise<string> {
  let id = '';
  for (const _ of upTo(size)) {
    const made = await post(stage, '/admin/invitations', asStaff)
      .send(await bodyOf(stage))
      .expect(201);
    ({ id } = (made.body as { data: { id: string } }).data);
  }
  return id;
}

/** The requests about invitations. */
export const scenes: Scenes = {
  async listInvitations(stage, size) {
    await invite(stage, size);
    return stage.shop.api.get(`${path}?limit=${size}`).set(asStaff);
  },

  createInvitation: async (stage) =>
    stage.shop.api
      .post(path)
      .set(asStaff)
      .send(await bodyOf(stage)),

  getInvitation: async (stage, size) =>
    stage.shop.api.get(`${path}/${await invite(stage, size)}`).set(asStaff),

  resendInvitation: async (stage, size) =>
    stage.shop.api.post(`${path}/${await invite(stage, size)}/resend`).set(asStaff),

  revokeInvitation: async (stage, size) =>
    stage.shop.api
      .post(`${path}/${await invite(stage, size)}/revoke`)
      .set(asStaff)
      .send({ reason: 'A scene' }),

  async acceptInvitation(stage, size) {
    const secret = stage.shop.container.config.auth.jwtSecret;
    const token = linkTokenOf(secret, `${await invite(stage, size)}.1`);
    return stage.shop.api
      .post('/api/v1/auth/invitations/accept')
      .send({ token, password: 'seven purple umbrellas' });
  },
};
