import { creatorOf } from '../../src/kernel/context.ts';
import { asStaff } from '../helpers/staff.ts';
import { manyProducts, uploadForImport } from '../helpers/uploads.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

const path = '/admin/imports';

/** An import that waits, or has ended. @returns where it is. */
async function given({ shop }: Stage, { isDone = false, size = 1 } = {}): Promise<string> {
  const createdBy = creatorOf(shop.ctx.actor);
  const uploadId = await uploadForImport(shop, manyProducts(size), { createdBy });
  const { imports } = shop.container.services;
  const { id } = await imports.create(shop.ctx, { uploadId, dryRun: true });
  if (isDone) await imports.run(shop.ctx, id);
  return `/api/v1${path}/${id}`;
}

/** Imports of catalogues. */
export const scenes: Scenes = {
  async createImport(stage, size) {
    const uploadId = await uploadForImport(stage.shop, manyProducts(size));
    return post(stage, path, asStaff).send({ uploadId });
  },

  async listImports(stage, size) {
    for (const _ of upTo(size)) await given(stage);
    return stage.shop.api.get(`/api/v1${path}?limit=${size}`).set(asStaff);
  },

  getImport: async (stage) => stage.shop.api.get(await given(stage)).set(asStaff),

  watchImport: async (stage) =>
    stage.shop.api.get(`${await given(stage, { isDone: true })}/events`).set(asStaff),

  getImportReport: async (stage, size) =>
    stage.shop.api.get(`${await given(stage, { isDone: true, size })}/report`).set(asStaff),

  cancelImport: async (stage) => stage.shop.api.post(`${await given(stage)}/cancel`).set(asStaff),
};
