import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

const path = '/api/v1/admin/machine-clients';

/** Makes `size` clients. @returns the path of one. */
async function addClients(stage: Stage, size: number): Promise<string> {
  let client = '';
  for (const _ of upTo(size)) {
    const body = { name: 'A scene', permissions: ['orders:read'] };
    const made = await post(stage, '/admin/machine-clients', asStaff).send(body).expect(201);
    client = `${path}/${(made.body as { data: { id: string } }).data.id}`;
  }
  return client;
}

/** Does something to one of `size` clients. */
const act =
  (verb: string, body: object): Scenes[string] =>
  async (stage, size) =>
    stage.shop.api
      .post(`${await addClients(stage, size)}/${verb}`)
      .set(asStaff)
      .send(body);

/** The requests about clients of OAuth 2. */
export const scenes: Scenes = {
  async listMachineClients(stage, size) {
    await addClients(stage, size);
    return stage.shop.api.get(`${path}?limit=${size}`).set(asStaff);
  },

  createMachineClient: (stage) =>
    stage.shop.api
      .post(path)
      .set(asStaff)
      .send({ name: 'A scene', permissions: ['orders:read'] }),

  getMachineClient: async (stage, size) =>
    stage.shop.api.get(await addClients(stage, size)).set(asStaff),

  changeMachineClient: async (stage, size) =>
    stage.shop.api
      .patch(await addClients(stage, size))
      .set(asStaff)
      .send({ permissions: ['orders:read', 'jobs:read'] }),

  rotateMachineClientSecret: act('rotate', {}),
  takeMachineClient: act('take', { reason: 'A scene' }),
  revokeMachineClient: act('revoke', { reason: 'A scene' }),
};
