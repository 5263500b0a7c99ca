import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '../helpers/eventually.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

/** Speaks VIES's REST API: what it says of a number, or that a country does not answer. */
interface Registry {
  readonly url: string;
  readonly asked: Record<string, string>[];
  answer: { status: number; body: object };
  close: () => void;
}

let registry: Registry;
let shop: SalesApp;
beforeAll(async () => {
  registry = await startRegistry();
  const env = { VIES_URL: registry.url, SHOP_VAT_ID: 'DE136695976' };
  shop = await startSalesApp({ worker: true, env });
}, 60_000);
afterAll(async () => {
  await shop.close();
  registry.close();
});

async function startRegistry(): Promise<Registry> {
  const asked: Registry['asked'] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { status, body } = registry.answer;
      if (request.url === '/check-vat-number') asked.push(JSON.parse(text));
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = { status: 200, body: {} };
  return { url: `http://127.0.0.1:${port}`, asked, answer, close: () => server.close() };
}

const valid = {
  valid: true,
  requestIdentifier: 'WAPIAAAAYxyz',
  name: 'OTTAKAR GMBH',
  address: '---',
};
const unavailable = { actionSucceed: false, errorWrappers: [{ error: 'MS_UNAVAILABLE' }] };

async function addLocation(vatId = 'ATU13585627') {
  const made = await shop.api
    .post('/api/v1/admin/companies')
    .set(asStaff)
    .send({ name: 'Ottakar' })
    .expect(201);
  const path = `/api/v1/admin/companies/${made.body.data.id}`;
  const location = { name: 'Wien', vatId };
  const { body } = await shop.api.post(`${path}/locations`).set(asStaff).send(location).expect(201);
  const { id } = body.data.locations[0] as { id: string };
  const read = async () => {
    const answer = await shop.api.get(path).set(asStaff).expect(200);
    return answer.body.data.locations[0].vatCheck as Record<string, unknown>;
  };
  return { id, read };
}

async function untilStatus(read: () => Promise<Record<string, unknown>>, wanted: string) {
  return eventually(async () => {
    const { status } = await read();
    return status === wanted && status;
  });
}

const { verifyVatId, queueVatChecks } = {
  verifyVatId: (id: string) => shop.container.services.companies.verifyVatId(shop.ctx, id),
  queueVatChecks: () => shop.container.services.companies.queueVatChecks(shop.ctx),
};

describe('A VAT id', () => {
  test('is verified by a job, and the answer is kept with its consultation number', async () => {
    registry.answer = { status: 200, body: valid };
    const { read } = await addLocation();
    const check = await eventually(async () => {
      const now = await read();
      return now['status'] === 'valid' && now;
    });
    expect(check).toMatchObject({
      consultationNumber: 'WAPIAAAAYxyz',
      name: 'OTTAKAR GMBH',
      address: null,
    });
    expect(registry.asked.at(-1)).toEqual({
      countryCode: 'AT',
      vatNumber: 'U13585627',
      requesterMemberStateCode: 'DE',
      requesterNumber: '136695976',
    });
  });

  test.each([
    ['says so', { status: 200, body: { valid: false } }],
    ['cannot read it', { status: 400, body: { errorWrappers: [{ error: 'INVALID_INPUT' }] } }],
  ])('is invalid where the registry %s', async (_how, answer) => {
    registry.answer = answer;
    const { read } = await addLocation();
    const status = await untilStatus(read, 'invalid');
    expect(status).toBe('invalid');
  });

  test.each([
    ['a country does not answer', { status: 200, body: unavailable }],
    ['it is down', { status: 503, body: {} }],
    ['it says something else', { status: 200, body: { hello: 'world' } }],
  ])('keeps its last answer while the registry cannot be asked: %s', async (_why, answer) => {
    registry.answer = { status: 200, body: valid };
    const { id, read } = await addLocation();
    await eventually(async () => (await read())['status'] === 'valid');
    const before = await read();
    registry.answer = answer;
    await expect(verifyVatId(id)).rejects.toThrow('VIES has not answered');
    expect(await read()).toEqual(before);
    registry.answer = { status: 503, body: {} };
    const other = await addLocation();
    expect(await other.read()).toMatchObject({ status: 'unverified', checkedAt: null });
  });

  test('is asked about again when its answer is a month old', async () => {
    registry.answer = { status: 200, body: valid };
    const { id, read } = await addLocation();
    await eventually(async () => (await read())['status'] === 'valid');
    const vatCheckedAt = new Date(Date.now() - 31 * 86_400_000);
    const data = { vatCheckedAt };
    await shop.ctx.db.prisma.companyLocation.update({ where: { id }, data });
    registry.answer = { status: 200, body: { valid: false } };
    await queueVatChecks();
    const status = await untilStatus(read, 'invalid');
    expect(status).toBe('invalid');
  });
});
