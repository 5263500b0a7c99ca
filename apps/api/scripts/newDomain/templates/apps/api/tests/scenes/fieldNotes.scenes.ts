import { asStaff } from '../helpers/staff.ts';
import { upTo, type Scenes, type Stage } from './scene.ts';

const submit = ({ shop }: Stage) =>
  shop.api.post('/api/v1/field-notes').send({ email: 'ada@example.com', body: 'Well done.' });

/** @returns the id of the last. */
async function submitSome(stage: Stage, size: number): Promise<string> {
  let id = '';
  for (const _ of upTo(size)) id = ((await submit(stage)).body.data as { id: string }).id;
  return id;
}

export const scenes: Scenes = {
  async submitFieldNote(stage, size) {
    await submitSome(stage, size);
    return submit(stage);
  },

  async listFieldNotes(stage, size) {
    await submitSome(stage, size);
    return stage.shop.api.get(`/api/v1/admin/field-notes?limit=${size}`).set(asStaff);
  },

  async withdrawFieldNote(stage, size) {
    const id = await submitSome(stage, size);
    return stage.shop.api.post(`/api/v1/admin/field-notes/${id}/withdraw`).set(asStaff);
  },
};
