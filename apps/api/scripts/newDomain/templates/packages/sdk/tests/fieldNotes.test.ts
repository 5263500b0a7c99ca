import { createCartwright } from '../src/index.ts';
import { answer, openScriptedShop } from './helpers/scriptedShop.ts';

test('a visitor submits a field note', async () => {
  const server = await openScriptedShop(answer(201, { data: { id: 'PREFIX_1' } }));
  try {
    const shop = createCartwright({ baseUrl: server.base });
    const written = { email: 'ada@example.com', body: 'The mug arrived in time.' };
    await expect(shop.fieldNotes.submit(written)).resolves.toEqual({ id: 'PREFIX_1' });
    expect(server.received).toMatchObject([
      { method: 'POST', url: '/api/v1/field-notes', body: JSON.stringify(written) },
    ]);
  } finally {
    await server.close();
  }
});
