import { purgeFieldNotes } from '../../src/jobs/fieldNotes.purge.handler.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { asStaff } from '../helpers/staff.ts';

const DAY_MS = 24 * 60 * 60_000;
const written = { email: 'ada@example.com', body: 'The mug arrived in time.' };
let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const list = () => shop.api.get('/api/v1/admin/field-notes').set(asStaff);
const withdraw = (id: string) =>
  shop.api.post(`/api/v1/admin/field-notes/${id}/withdraw`).set(asStaff);

/** @returns the new one's id. */
async function submit(): Promise<string> {
  const { body } = await shop.api.post('/api/v1/field-notes').send(written).expect(201);
  return (body.data as { id: string }).id;
}

describe('A field note', () => {
  test('is listed for staff, and tells everyone else no address', async () => {
    const { body } = await shop.api.post('/api/v1/field-notes').send(written).expect(201);
    expect(body.data).not.toHaveProperty('email');
    const { body: page } = await list().expect(200);
    expect(page.data[0]).toMatchObject({ ...written, id: body.data.id, withdrawnAt: null });
    await shop.api.get('/api/v1/admin/field-notes').expect(401);
  });

  test('is confirmed by one mail', async () => {
    const fieldNoteId = await submit();
    const rows = await shop.ctx.db.prisma.$queryRaw`
      SELECT payload FROM graphile_worker._private_jobs
      WHERE payload -> 'about' ->> 'fieldNoteId' = ${fieldNoteId}`;
    expect(rows).toEqual([{ payload: { mail: 'field_note.received', about: { fieldNoteId } } }]);
  });

  test('is refused without a text', async () => {
    const { body } = await shop.api
      .post('/api/v1/field-notes')
      .send({ ...written, body: ' ' })
      .expect(400);
    expect(body.errors[0].path).toBe('body');
  });

  test('can be withdrawn once, by one of two', async () => {
    const id = await submit();
    const answers = await Promise.all([withdraw(id), withdraw(id)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('field_note_withdrawn');
    await withdraw('PREFIX_00000000000000000000000000').expect(404);
  });

  test('is deleted 30 days after it was withdrawn', async () => {
    const [kept, deleted, old] = [await submit(), await submit(), await submit()];
    const age = (id: string, days: number) =>
      shop.ctx.db.prisma.fieldNote.update({
        where: { id },
        data: { withdrawnAt: new Date(Date.now() - days * DAY_MS) },
      });
    await age(kept, 29);
    await age(deleted, 31);
    await purgeFieldNotes(shop.ctx, {}, shop.container.services);
    const { body } = await list().expect(200);
    const ids = (body.data as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([kept, old]));
    expect(ids).not.toContain(deleted);
  });
});
