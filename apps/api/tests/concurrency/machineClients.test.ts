import { startTestApp, type TestApp } from '../helpers/app.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const path = '/api/v1/admin/machine-clients';

interface Client {
  readonly id: string;
  readonly secret: string;
}

async function makeClient(permissions: readonly string[]): Promise<Client> {
  const { body } = await shop.api
    .post(path)
    .set(asStaff)
    .send({ name: 'A race', permissions })
    .expect(201);
  return (body as { data: Client }).data;
}

const change = (as: Readonly<Record<string, string>>, id: string, permissions: string[]) =>
  shop.api.patch(`${path}/${id}`).set(as).send({ permissions });

test('A permission that someone takes away does not come back by a change at the same time', async () => {
  const held = ['apiKeys:read', 'apiKeys:write', 'jobs:read'];
  const { as } = await signInPerson(shop.container, { permissions: held });
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round++) {
    const { id } = await makeClient(['jobs:read', 'jobs:write']);
    const [taken, kept] = await Promise.all([
      change(asStaff, id, ['jobs:read']),
      // Of someone without jobs:write: it may stay, and may not be added.
      change(as, id, ['jobs:write', 'jobs:read']),
    ]);
    expect(taken.status).toBe(200);
    expect([200, 403]).toContain(kept.status);
    statuses.add(kept.status);
    const { body } = await shop.api.get(`${path}/${id}`).set(asStaff).expect(200);
    expect((body as { data: { permissions: string[] } }).data.permissions).toEqual(['jobs:read']);
  }
  expect(statuses.size).toBeGreaterThan(0);
});

test('Of rotations and a revocation at once, none leaves a secret that gets tokens', async () => {
  for (let round = 0; round < 5; round++) {
    const client = await makeClient(['jobs:read']);
    const rotate = () => shop.api.post(`${path}/${client.id}/rotate`).set(asStaff).send({});
    const revoke = shop.api
      .post(`${path}/${client.id}/revoke`)
      .set(asStaff)
      .send({ reason: 'A race' });
    const [one, revoked, other] = await Promise.all([rotate(), revoke, rotate()]);
    expect(revoked.status).toBe(200);
    const made = [one, other].flatMap(({ status, body }) =>
      status === 200 ? [(body as { data: Client }).data] : [],
    );
    for (const { id, secret } of [client, ...made]) {
      const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
      await shop.api.post('/api/v1/auth/token').type('form').send(form).expect(401);
    }
  }
});
