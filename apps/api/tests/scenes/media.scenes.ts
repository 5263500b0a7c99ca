import sharp from 'sharp';
import { insertFile } from '../helpers/files.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { signIn, upTo, type Scenes, type Stage } from './scene.ts';

const path = '/api/v1/admin/media';

/** Each unlike the others. */
let shade = 0;
async function picture(size: number): Promise<Buffer> {
  const background = { r: (shade += 1) % 256, g: size, b: shade >> 8 };
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

async function upload({ shop }: Stage, bytes: number) {
  const sent = { name: 'a.png', contentType: 'image/png', bytes };
  const { body } = await shop.api.post(`${path}/uploads`).set(asStaff).send(sent);
  return body.data as { id: string; put: { url: string; headers: Record<string, string> } };
}

async function customersFile({ shop }: Stage): Promise<string> {
  const { customerId } = await signInPerson(shop.container);
  const given = { kind: 'document', visibility: 'customer', customerId } as const;
  return `${path}/files/${(await insertFile(shop.ctx, given)).id}`;
}

async function file({ shop }: Stage, size: number): Promise<string> {
  const derivative = { width: 320, height: 180, format: 'webp', crop: null };
  const derivatives = upTo(size).map((n) => ({ ...derivative, key: `media/00/x/${n}.webp` }));
  const { id } = await insertFile(shop.ctx, { derivatives });
  return `${path}/files/${id}`;
}

/** A customer with `size` files. @returns the session's headers, and the id of a file. */
async function ownFiles(stage: Stage, size: number) {
  const { as, customerId } = await signIn(stage);
  const given = { kind: 'document', visibility: 'customer', customerId } as const;
  for (const _ of upTo(size - 1)) await insertFile(stage.shop.ctx, given);
  const { id } = await insertFile(stage.shop.ctx, given);
  return { as, id };
}

/** Files and the uploads that bring them. */
export const scenes: Scenes = {
  createUpload: ({ shop }, size) =>
    shop.api
      .post(`${path}/uploads`)
      .set(asStaff)
      .send({ name: 'a.png', contentType: 'image/png', bytes: size }),

  getUpload: async (stage, size) =>
    stage.shop.api.get(`${path}/uploads/${(await upload(stage, size)).id}`).set(asStaff),

  async finalizeUpload(stage, size) {
    const bytes = await picture(size);
    const { id, put } = await upload(stage, bytes.length);
    await fetch(stage.shop.url + new URL(put.url).pathname, {
      method: 'PUT',
      headers: put.headers,
      body: Buffer.from(bytes),
    });
    return stage.shop.api.post(`${path}/uploads/${id}/finalize`).set(asStaff);
  },

  uploadFile: async ({ shop }, size) =>
    shop.api
      .post(`${path}/files`)
      .set(asStaff)
      .attach('file', await picture(size), 'a.png'),

  fetchFile: ({ shop }, size) =>
    shop.api
      .post(`${path}/files/fetch`)
      .set(asStaff)
      .send({ url: `https://pictures.example.com/${size}-${(shade += 1)}.png` }),

  async listFiles(stage, size) {
    for (const _ of upTo(size)) await file(stage, 1);
    return stage.shop.api.get(`${path}/files?limit=${size}`).set(asStaff);
  },

  getFile: async (stage, size) => stage.shop.api.get(await file(stage, size)).set(asStaff),

  getFileDownload: async (stage, size) =>
    stage.shop.api.get(`${await file(stage, size)}/download`).set(asStaff),

  'getFileDownload, of a customer': async (stage) =>
    stage.shop.api.get(`${await customersFile(stage)}/download`).set(asStaff),

  updateFile: async (stage, size) =>
    stage.shop.api
      .patch(await file(stage, size))
      .set(asStaff)
      .send({ alt: 'changed' }),

  deleteFile: async (stage, size) => stage.shop.api.delete(await file(stage, size)).set(asStaff),

  async listOwnFiles(stage, size) {
    const { as } = await ownFiles(stage, size);
    return stage.shop.api.get(`/api/v1/me/files?limit=${size}`).set(as);
  },

  async getOwnFileDownload(stage, size) {
    const { as, id } = await ownFiles(stage, size);
    return stage.shop.api.get(`/api/v1/me/files/${id}/download`).set(as);
  },
};
