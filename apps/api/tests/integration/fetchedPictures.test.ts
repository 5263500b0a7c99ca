import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { createWebFiles } from '../../src/integrations/webFiles.ts';
import { fetchImage } from '../../src/jobs/media.fetchImage.handler.ts';
import { PermanentJobError } from '../../src/jobs/permanentJobError.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { asStaff } from '../helpers/staff.ts';

/** In the place of a server of the internet, and of one of the shop's own network. */
const PUBLIC = '127.0.0.2';

let shop: TestApp;
let web: Server;
let port: number;
/** By path; any other is not found. */
let answers: Record<string, (req: IncomingMessage, res: ServerResponse) => void>;
let asked: string[];
const at = (path: string, host = PUBLIC) => `http://${host}:${port}${path}`;

beforeAll(async () => {
  web = createServer((req, res) => {
    asked.push(req.url ?? '');
    const answer = answers[req.url ?? ''];
    if (answer) answer(req, res);
    else res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => web.listen(0, PUBLIC, resolve));
  ({ port } = web.address() as AddressInfo);
  const remoteFiles = createWebFiles({
    ports: [port],
    isAllowed: (address) => address === PUBLIC,
    maxBytes: 100_000,
  });
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' }, { remoteFiles });
});
afterAll(async () => {
  await shop.close();
  web.closeAllConnections();
  await new Promise((resolve) => web.close(resolve));
});
beforeEach(() => {
  asked = [];
  answers = {};
});

/** Each unlike the others. */
let shade = 0;
/** Puts a picture on the web. @returns its address. */
async function publish(name: string): Promise<string> {
  const background = { r: (shade += 1), g: 30, b: 90 };
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background } });
  const bytes = await picture.png().toBuffer();
  answers[name] = (_req, res) => void res.end(bytes);
  return at(name);
}

const fetchFile = (body: object) =>
  shop.api.post('/api/v1/admin/media/files/fetch').set(asStaff).send(body);
const countFiles = () => shop.ctx.db.prisma.file.count();

describe('A picture that is fetched by its address', () => {
  test('becomes a public file that says where it came from', async () => {
    const url = await publish('/a%20linen-shirt.jpg');
    const { body, headers } = await fetchFile({ url, alt: 'A shirt', keep: true }).expect(201);
    expect(body.data).toMatchObject({
      kind: 'picture',
      visibility: 'public',
      name: 'a linen-shirt.png',
      contentType: 'image/png',
      width: 40,
      height: 30,
      alt: 'A shirt',
      keep: true,
      sourceUrl: url,
    });
    expect(headers['location']).toBe(`/api/v1/admin/media/files/${body.data.id}`);
    const acts = await shop.ctx.db.prisma.auditEntry.findMany({
      where: { subject: body.data.id },
    });
    expect(acts.map(({ action }) => action)).toEqual(['file.create']);
  });

  test('is the same file when it is fetched again', async () => {
    const url = await publish('/again.png');
    const first = await fetchFile({ url }).expect(201);
    const second = await fetchFile({ url }).expect(200);
    expect(second.body.data.id).toBe(first.body.data.id);
  });

  test.each([
    ['in the own network', () => at('/a.png', '127.0.0.1')],
    ['with a password', () => at('/a.png').replace('//', '//user:secret@')],
    ['of another protocol', () => 'file:///etc/passwd'],
    ['that leads into the own network', () => at('/inwards')],
  ])('is refused from an address %s, and nothing is kept', async (_name, url) => {
    answers['/inwards'] = (_req, res) =>
      void res.writeHead(302, { Location: at('/secret', '127.0.0.1') }).end();
    const before = await countFiles();
    const { body } = await fetchFile({ url: url() }).expect(422);
    expect(body.code).toBe('url_refused');
    expect(asked).not.toContain('/secret');
    expect(await countFiles()).toBe(before);
  });

  test.each([
    ['is not there', 'url_unreachable', undefined],
    ['breaks off', 'url_unreachable', cutOff],
    ['is too large', 'file_too_large', (res: ServerResponse) => void res.end('x'.repeat(100_001))],
    ['is a page', 'file_type_refused', (res: ServerResponse) => void res.end('<html></html>')],
    ['is empty', 'file_empty', (res: ServerResponse) => void res.end()],
  ])('that %s is refused as %s, and nothing is kept', async (_name, code, answer) => {
    if (answer) answers['/bad.png'] = (_req, res) => answer(res);
    const before = await countFiles();
    const { body } = await fetchFile({ url: at('/bad.png') }).expect(422);
    expect(body.code).toBe(code);
    expect(await countFiles()).toBe(before);
  });
});

/** Announces more than it sends. */
function cutOff(res: ServerResponse): void {
  res.writeHead(200, { 'Content-Length': '5000' });
  res.write('x', () => res.destroy());
}

describe('A picture that a product links to', () => {
  /** A product with one picture, which is a link. */
  async function linked(source: string) {
    const { id: productId } = await createProduct(shop.ctx);
    const id = `img_${productId.slice('prod_'.length)}`;
    await shop.ctx.db.prisma.productImage.create({
      data: { id, productId, position: 1, source },
    });
    return { id, productId };
  }
  const run = (imageId: string) =>
    fetchImage(shop.ctx, { imageId }, { media: shop.container.services.media });
  const imageOf = (id: string) =>
    shop.ctx.db.prisma.productImage.findUniqueOrThrow({ where: { id }, include: { file: true } });

  test('is fetched into a file, which is shown then; again, nothing is asked', async () => {
    const source = await publish('/shown.png');
    const { id } = await linked(source);
    await run(id);
    const image = await imageOf(id);
    expect(image).toMatchObject({ source, width: 40, file: { sourceUrl: source, height: 30 } });
    await run(id);
    expect(await imageOf(id)).toEqual(image);
    expect(asked).toEqual(['/shown.png']);
  });

  test('stays a link where the address is refused, which is final, or unreachable, which is tried again', async () => {
    const refused = await linked(at('/a.png', '127.0.0.1'));
    await expect(run(refused.id)).rejects.toThrow(PermanentJobError);
    const away = await linked(at('/away.png'));
    await expect(run(away.id)).rejects.toMatchObject({ code: 'url_unreachable' });
    for (const { id } of [refused, away]) expect((await imageOf(id)).fileId).toBeNull();
  });

  test('keeps a source that it was given while the former was fetched', async () => {
    const source = await publish('/former.png');
    const { id } = await linked(source);
    const send = answers['/former.png'];
    answers['/former.png'] = (req, res) => {
      void shop.ctx.db.prisma.productImage
        .update({ where: { id }, data: { source: at('/latter.png') } })
        .then(() => send?.(req, res));
    };
    await run(id);
    expect(await imageOf(id)).toMatchObject({ source: at('/latter.png'), fileId: null });
  });

  test('that was removed is skipped', async () => {
    await expect(run('img_gone')).resolves.toBeUndefined();
  });

  test('is queued once, and one that is a file or was stored is not', async () => {
    const { id, productId } = await linked(await publish('/queued.png'));
    const done = await linked(await publish('/done.png'));
    await run(done.id);
    const { media } = shop.container.services;
    const ids = [productId, done.productId];
    expect(await media.queueLinkedPictures(shop.ctx, ids)).toBe(1);
    expect(await media.queueLinkedPictures(shop.ctx, ids)).toBe(1);
    const { rows } = await shop.container.database.pool.query(
      `SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'media.fetchImage'`,
    );
    expect(rows).toEqual([{ key: `media.fetchImage:${id}` }]);
  });
});
