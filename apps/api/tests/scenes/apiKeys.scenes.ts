import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

const path = '/api/v1/admin/api-keys';

/** Makes `size` keys. @returns the path of one. */
async function addKeys(stage: Stage, size: number): Promise<string> {
  let key = '';
  for (const _ of upTo(size)) {
    const body = { kind: 'secret', name: 'A scene', permissions: ['orders:read'] };
    const made = await post(stage, '/admin/api-keys', asStaff).send(body).expect(201);
    key = `${path}/${(made.body as { data: { id: string } }).data.id}`;
  }
  return key;
}

/** The requests about API keys. */
export const scenes: Scenes = {
  async listApiKeys(stage, size) {
    await addKeys(stage, size);
    return stage.shop.api.get(`${path}?limit=${size}`).set(asStaff);
  },

  createApiKey: (stage) =>
    stage.shop.api
      .post(path)
      .set(asStaff)
      .send({ kind: 'publishable', name: 'A scene', origins: ['https://shop.example'] }),

  getApiKey: async (stage, size) => stage.shop.api.get(await addKeys(stage, size)).set(asStaff),

  rotateApiKey: async (stage, size) =>
    stage.shop.api
      .post(`${await addKeys(stage, size)}/rotate`)
      .set(asStaff)
      .send({}),

  takeApiKey: async (stage, size) =>
    stage.shop.api
      .post(`${await addKeys(stage, size)}/take`)
      .set(asStaff)
      .send({ reason: 'A scene' }),

  revokeApiKey: async (stage, size) =>
    stage.shop.api
      .post(`${await addKeys(stage, size)}/revoke`)
      .set(asStaff)
      .send({ reason: 'A scene' }),
};
