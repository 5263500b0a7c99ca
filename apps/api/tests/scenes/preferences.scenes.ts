import { signInPerson } from '../helpers/people.ts';
import { upTo, type Scenes, type Stage } from './scene.ts';

const views = '/api/v1/admin/views';

async function staff({ shop }: Stage) {
  return (await signInPerson(shop.container, { role: 'support', isCustomer: false })).as;
}

/** Someone of the staff with `size` views, and the path of one. */
async function withViews(stage: Stage, size: number) {
  const as = await staff(stage);
  let path = '';
  for (const _ of upTo(size)) {
    const body = { resource: 'orders', name: 'A scene' };
    const made = await stage.shop.api.post(views).set(as).send(body).expect(201);
    path = `${views}/${(made.body as { data: { id: string } }).data.id}`;
  }
  return { as, path };
}

/** The requests about what staff have set. */
export const scenes: Scenes = {
  getStaffSession: async (stage) =>
    stage.shop.api.get('/api/v1/admin/session').set(await staff(stage)),

  getPreferences: async (stage) =>
    stage.shop.api.get('/api/v1/admin/preferences').set(await staff(stage)),

  setPreferences: async (stage) =>
    stage.shop.api
      .put('/api/v1/admin/preferences')
      .set(await staff(stage))
      .send({ settings: { theme: 'dark' } }),

  async listViews(stage, size) {
    const { as } = await withViews(stage, size);
    return stage.shop.api.get(`${views}?limit=${size}`).set(as);
  },

  createView: async (stage) =>
    stage.shop.api
      .post(views)
      .set(await staff(stage))
      .send({ resource: 'orders', name: 'A scene' }),

  async changeView(stage, size) {
    const { as, path } = await withViews(stage, size);
    return stage.shop.api.patch(path).set(as).send({ name: 'Another' });
  },

  async deleteView(stage, size) {
    const { as, path } = await withViews(stage, size);
    return stage.shop.api.delete(path).set(as);
  },
};
