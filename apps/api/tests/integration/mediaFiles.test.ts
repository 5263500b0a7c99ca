import { randomUUID } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { deriveImage } from '../../src/jobs/media.derive.handler.ts';
import { PermanentJobError } from '../../src/jobs/permanentJobError.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { signInPerson } from '../helpers/people.ts';
import { eventually } from '../helpers/eventually.ts';
import { asStaff } from '../helpers/staff.ts';

const ADMIN = '/api/v1/admin/media';
let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
});
afterAll(() => shop.close());

/** Each unlike the others, so that no two are one file. */
let shade = 0;
function picture(width = 640, height = 480) {
  shade += 1;
  const background = { r: shade, g: 120, b: 200 };
  return sharp({ create: { width, height, channels: 3, background } });
}
const png = () => picture(40, 30).png().toBuffer();

interface FormOptions {
  name?: string;
  type?: string;
  fields?: Record<string, string>;
}

/** Uploads in one request. */
function send(
  bytes: Uint8Array,
  { name = 'tee.png', type = 'image/png', fields = {} }: FormOptions = {},
) {
  const request = shop.api.post(`${ADMIN}/files`).set(asStaff);
  for (const [field, value] of Object.entries(fields)) void request.field(field, value);
  return request.attach('file', Buffer.from(bytes), { filename: name, contentType: type });
}

/** Announces a file. */
function announce(bytes: number, input: Record<string, unknown> = {}) {
  return shop.api
    .post(`${ADMIN}/uploads`)
    .set(asStaff)
    .send({ name: 'tee.png', contentType: 'image/png', bytes, ...input });
}

/** Brings bytes to the address of an upload, as a browser does. */
async function bring(put: { url: string; headers: Record<string, string> }, bytes: Uint8Array) {
  const { pathname } = new URL(put.url);
  return fetch(shop.url + pathname, {
    method: 'PUT',
    headers: put.headers,
    body: Buffer.from(bytes),
  });
}

const finalize = (id: string) => shop.api.post(`${ADMIN}/uploads/${id}/finalize`).set(asStaff);

/** An upload whose bytes have come. */
async function arrived(bytes: Uint8Array, input: Record<string, unknown> = {}) {
  const { body } = await announce(bytes.length, input).expect(201);
  expect((await bring(body.data.put, bytes)).status).toBeLessThan(300);
  return body.data.id as string;
}

const stored = async (key: string) => {
  const file = await shop.container.services.storage.get(key);
  return file && buffer(file.stream);
};
const row = (id: string) => shop.ctx.db.prisma.file.findUniqueOrThrow({ where: { id } });

/** The files that are being looked at; none outlives its request. */
async function workFiles() {
  return readdir(path.join(shop.container.config.dataDir, 'work')).catch(() => []);
}
// They go when the answer is out.
afterEach(() => eventually(async () => (await workFiles()).length === 0));

describe('An upload', () => {
  test('is announced, brought to a signed address, and becomes a file with its size and colour', async () => {
    const bytes = await png();
    const { body } = await announce(bytes.length, { alt: 'A tee' }).expect(201);
    expect(body.data).toMatchObject({ state: 'open', fileId: null, put: { method: 'PUT' } });
    expect((await bring(body.data.put, bytes)).ok).toBe(true);
    const { body: made, headers } = await finalize(body.data.id).expect(201);
    expect(made.data).toMatchObject({
      kind: 'picture',
      width: 40,
      height: 30,
      contentType: 'image/png',
      alt: 'A tee',
      name: 'tee.png',
      focalPoint: { x: 0.5, y: 0.5 },
    });
    expect(made.data.dominantColor).toMatch(/^#[0-9a-f]{6}$/);
    expect(headers['location']).toBe(`${ADMIN}/files/${made.data.id}`);
    const after = await shop.api.get(`${ADMIN}/uploads/${body.data.id}`).set(asStaff).expect(200);
    expect(after.body.data).toMatchObject({ state: 'done', fileId: made.data.id });
    expect(await stored(`private/uploads/${body.data.id}`)).toBeNull();
    expect(await stored((await row(made.data.id)).storageKey)).not.toBeNull();
  });

  test('that is finalized again, and by two at once, gives the same file', async () => {
    const id = await arrived(await png());
    const both = await Promise.all([finalize(id), finalize(id)]);
    const again = await finalize(id).expect(200);
    const ids = new Set([...both, again].map(({ body }) => body.data.id as string));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 201]));
    expect(ids.size).toBe(1);
    expect(await shop.ctx.db.prisma.file.count({ where: { id: { in: [...ids] } } })).toBe(1);
  });

  test('cannot be finalized before its bytes have come', async () => {
    const { body } = await announce(100).expect(201);
    expect((await finalize(body.data.id).expect(409)).body.code).toBe('upload_missing');
    const after = await shop.api.get(`${ADMIN}/uploads/${body.data.id}`).set(asStaff);
    expect(after.body.data.state).toBe('open');
  });

  test('of someone else is not to be found', async () => {
    const id = await arrived(await png());
    await shop.ctx.db.prisma.upload.update({ where: { id }, data: { createdBy: 'user:other' } });
    expect((await finalize(id)).status).toBe(404);
    await shop.api.get(`${ADMIN}/uploads/${id}`).set(asStaff).expect(404);
  });

  test('whose time is over is refused', async () => {
    const id = await arrived(await png());
    await shop.ctx.db.prisma.upload.update({ where: { id }, data: { expiresAt: new Date(0) } });
    expect((await finalize(id).expect(409)).body.code).toBe('upload_expired');
  });

  test('of bytes that are refused stays refused, and keeps nothing', async () => {
    const id = await arrived(Buffer.from('<html><script>alert(1)</script></html>'));
    expect((await finalize(id).expect(422)).body.code).toBe('file_type_refused');
    expect((await finalize(id).expect(422)).body.code).toBe('file_type_refused');
    expect(await stored(`private/uploads/${id}`)).toBeNull();
    const { body } = await shop.api.get(`${ADMIN}/uploads/${id}`).set(asStaff);
    expect(body.data).toMatchObject({ state: 'failed', failure: 'file_type_refused' });
  });

  test.each([
    ['no bytes', 0, {}, 'file_empty'],
    ['10 GB', 10 * 2 ** 30, {}, 'file_too_large'],
    [
      '10 GB of a catalogue',
      10 * 2 ** 30,
      { purpose: 'import', contentType: 'text/csv' },
      'file_too_large',
    ],
    ['an SVG', 100, { contentType: 'image/svg+xml' }, 'file_type_refused'],
    ['a HEIC', 100, { contentType: 'image/heic' }, 'file_type_refused'],
    ['a PDF for everyone', 100, { contentType: 'application/pdf' }, 'file_type_refused'],
  ])('that announces %s is refused before a byte comes', async (_what, bytes, input, code) => {
    expect((await announce(bytes, input).expect(422)).body.code).toBe(code);
  });

  test('for a customer needs one, who is there', async () => {
    expect((await announce(100, { visibility: 'customer' })).status).toBe(400);
    await announce(100, { visibility: 'customer', customerId: `cus_${'0'.repeat(26)}` }).expect(
      404,
    );
  });
});

describe('A file in one request', () => {
  test('is made of its bytes: a PNG that is called a JPEG is a PNG', async () => {
    const { body } = await send(await png(), { name: 'tee.jpg', type: 'image/jpeg' }).expect(201);
    expect(body.data).toMatchObject({ contentType: 'image/png', name: 'tee.png' });
    expect(body.data.url).toMatch(
      /^http:\/\/shop\.test\/media\/media\/..\/file_.*\/original\.png$/,
    );
    const shown = await shop.api.get(new URL(body.data.url).pathname).expect(200);
    expect(shown.headers['content-type']).toBe('image/png');
  });

  test('is one file however often it comes, also at the same time', async () => {
    const bytes = await png();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(bytes)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
    // What the losers stored is gone.
    const { storageKey } = await row(answers[0]?.body.data.id);
    expect(await stored(storageKey)).not.toBeNull();
  });

  test('is another file for other readers', async () => {
    const bytes = await png();
    const { body: open } = await send(bytes).expect(201);
    const { body: closed } = await send(bytes, { fields: { visibility: 'staff' } }).expect(201);
    expect(closed.data.id).not.toBe(open.data.id);
    expect(closed.data.url).toBeNull();
    const { storageKey } = await row(closed.data.id);
    expect(storageKey).toMatch(/^private\/files\//);
    await shop.api.get(`/media/${storageKey}`).expect(404);
  });

  test('loses what the camera has noted, and stands upright', async () => {
    const bytes = await picture(60, 40)
      .withExif({ IFD0: { Make: 'SpyCam' }, IFD3: { GPSLatitude: '51/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { body } = await send(bytes, { name: 'a.jpg', type: 'image/jpeg' }).expect(201);
    expect(body.data).toMatchObject({ width: 40, height: 60 });
    const original = (await stored((await row(body.data.id)).storageKey)) ?? Buffer.of();
    expect(original.includes('SpyCam')).toBe(false);
    const { exif, orientation } = await sharp(original).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });

  test('for a customer is a document as it came, for one who is there', async () => {
    const { customerId } = await signInPerson(shop.container);
    const pdf = Buffer.from(`%PDF-1.7\n% ${randomUUID()}\n%%EOF\n`);
    const fields = { visibility: 'customer', customerId };
    const paper = { name: 'warranty.pdf', type: 'application/pdf', fields };
    const { body } = await send(pdf, paper).expect(201);
    expect(body.data).toMatchObject({ kind: 'document', customerId, url: null, focalPoint: null });
    expect(await stored((await row(body.data.id)).storageKey)).toEqual(pdf);
  });

  const documents: FormOptions['fields'] = { visibility: 'staff' };
  test.each([
    [
      'HTML named .png',
      () => Buffer.from('<!doctype html><script>1</script>'),
      {},
      'file_type_refused',
    ],
    [
      'an SVG with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      { name: 'a.svg', type: 'image/svg+xml' },
      'file_type_refused',
    ],
    [
      'HTML as text',
      () => Buffer.from('\ufeff <HTML>'),
      { type: 'text/plain', fields: documents },
      'file_type_refused',
    ],
    [
      'text with bytes of value 0',
      () => Buffer.from('a\0b'),
      { type: 'text/plain', fields: documents },
      'file_type_refused',
    ],
    [
      'a program',
      () => Buffer.from(`MZ${'\0'.repeat(200)}`),
      { type: 'application/pdf', fields: documents },
      'file_type_refused',
    ],
    [
      'a PDF that is a ZIP',
      () => Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'),
      { type: 'application/pdf', fields: documents },
      'file_type_refused',
    ],
    [
      'a picture as a PDF',
      png,
      { type: 'application/pdf', fields: documents },
      'file_type_refused',
    ],
    [
      'a PDF for everyone',
      () => Buffer.from('%PDF-1.7\n'),
      { type: 'application/pdf' },
      'file_type_refused',
    ],
    ['no bytes', () => Buffer.of(), {}, 'file_empty'],
    [
      'half a picture',
      async () => (await picture(400, 400).jpeg().toBuffer()).subarray(0, 900),
      {},
      'file_damaged',
    ],
    ['a head without a picture', async () => (await png()).subarray(0, 60), {}, 'file_damaged'],
    ['60,000 × 60,000 pixels', () => hugePng(60_000, 60_000), {}, 'picture_too_large'],
    ['51 megapixels', () => hugePng(8500, 6000), {}, 'picture_too_large'],
    ['501 frames', () => manyFrames(501), { type: 'image/gif' }, 'picture_too_large'],
  ] as const)('is refused: %s', async (_what, make, options, code) => {
    const { body } = await send(await make(), options).expect(422);
    expect(body.code).toBe(code);
    expect(body.detail).toMatch(/\.$/);
  });

  test('that says 60,000 × 60,000 pixels is refused by its head', async () => {
    await send(hugePng(60_000, 60_000)).expect(422);
    const begin = performance.now();
    const { cpu } = await cpuOf(() => send(hugePng(60_000, 60_000)).expect(422));
    expect(performance.now() - begin).toBeLessThan(2000);
    expect(cpu).toBeLessThan(500);
  });

  test('keeps an animation', async () => {
    const { body } = await send(manyFrames(3), { name: 'a.gif', type: 'image/gif' }).expect(201);
    expect(body.data).toMatchObject({ contentType: 'image/gif', width: 1, height: 1 });
    const { pages } = await sharp(
      (await stored((await row(body.data.id)).storageKey)) ?? '',
    ).metadata();
    expect(pages).toBe(3);
  });

  test.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\fakepath\\Tee 1.PNG', 'Tee 1.PNG'],
    ['a\u0007b\u202egnp.png', 'abgnp.png'],
    ['..png', 'png.png'],
    ['shell.php.png', 'shell.php.png'],
    ['tee.png.exe', 'tee.png.exe.png'],
    ['Ätsch 東京.png', 'Ätsch 東京.png'],
    [`${'x'.repeat(300)}.png`, `${'x'.repeat(196)}.png`],
    [`${'x'.repeat(195)}😀.png`, `${'x'.repeat(195)}.png`],
  ])('makes the name %j harmless', async (given, shown) => {
    const { body } = await announce(10, { name: given }).expect(201);
    expect(body.data.name).toBe(shown);
    if (given.includes('\\') || given.includes('\u0007')) return;
    const form = new FormData();
    form.set('file', new Blob([await png()], { type: 'image/png' }), given);
    const answer = await fetch(`${shop.url}${ADMIN}/files`, {
      method: 'POST',
      headers: asStaff,
      body: form,
    });
    expect(((await answer.json()) as { data: { name: string } }).data.name).toBe(shown);
  });
});

/** A PNG of a megabyte that claims a size. */
function hugePng(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const head = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    head,
    chunkOf('IHDR', size),
    chunkOf('IDAT', Buffer.alloc(1_000_000, 120)),
  ]);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** A GIF of one pixel and so many frames; each unlike the others. */
function manyFrames(count: number): Buffer {
  shade += 1;
  const head = Buffer.from([
    ...Buffer.from('GIF89a'),
    1,
    0,
    1,
    0,
    0x80,
    0,
    0,
    shade,
    0,
    0,
    255,
    255,
    255,
  ]);
  const control = [0x21, 0xf9, 4, 4, 10, 0, 0, 0];
  const image = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2];
  const frames = Array.from({ length: count }, (_, i) =>
    Buffer.from([...control, ...image, i % 2 === 0 ? 0x44 : 0x4c, 1, 0]),
  );
  return Buffer.concat([head, ...frames, Buffer.of(0x3b)]);
}

async function cpuOf(work: () => PromiseLike<unknown>) {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return { cpu: (user + system) / 1000 };
}

describe('A form', () => {
  const post = (body: string, type = 'multipart/form-data; boundary=x') =>
    shop.api.post(`${ADMIN}/files`).set(asStaff).set('Content-Type', type).send(body);
  const part = (name: string, value: string, file?: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n${value}\r\n`;

  test.each([
    ['no file', `${part('alt', 'x')}--x--`, 'file'],
    ['two files', `${part('file', 'x', 'a')}${part('file', 'x', 'b')}--x--`, 'body'],
    ['a file of another name', `${part('picture', 'x', 'a')}--x--`, 'picture'],
    ['an unknown field', `${part('price', '1')}${part('file', 'x', 'a')}--x--`, 'price'],
    ['too many fields', `${part('alt', 'x').repeat(30)}${part('file', 'x', 'a')}--x--`, 'body'],
    [
      'a field that is long',
      `${part('alt', 'x'.repeat(9000))}${part('file', 'x', 'a')}--x--`,
      'alt',
    ],
    ['a field with brackets', `${part('alt[a]', 'x')}${part('file', 'x', 'a')}--x--`, 'alt[a]'],
    ['a field given twice', `${part('alt', 'x').repeat(2)}${part('file', 'x', 'a')}--x--`, 'alt'],
    ['no end', part('file', 'x', 'a'), 'body'],
    ['no part', '--x--', 'file'],
  ])('with %s is refused, by name', async (_what, body, path) => {
    const answer = await post(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
  });

  test('without a boundary is refused', async () => {
    expect((await post('x', 'multipart/form-data')).status).toBe(400);
  });

  test('is taken where it is expected, and nowhere else', async () => {
    const json = await shop.api.post(`${ADMIN}/files`).set(asStaff).send({ alt: 'x' });
    expect(json.status).toBe(415);
    await shop.api
      .post('/api/v1/carts')
      .attach('file', await png(), 'a.png')
      .expect(415);
    const packed = shop.api.post(`${ADMIN}/files`).set(asStaff).set('Content-Encoding', 'gzip');
    await packed.attach('file', await png(), 'a.png').expect(415);
  });

  test('is not read of someone who may not upload', async () => {
    const answer = await shop.api.post(`${ADMIN}/files`).attach('file', await png(), 'a.png');
    expect(answer.status).toBe(401);
  });
});

describe('Files', () => {
  test('are listed by what they are and whether anything refers to them', async () => {
    const { body } = await send(await png(), { name: 'needle.png' }).expect(201);
    const list = async (query: string) => {
      const answer = await shop.api.get(`${ADMIN}/files?${query}`).set(asStaff).expect(200);
      return (answer.body.data as { id: string }[]).map(({ id }) => id);
    };
    expect(await list('q=NEEDLE&kind=picture&visibility=public')).toEqual([body.data.id]);
    expect(await list('q=needle&unused=true')).toEqual([body.data.id]);
    await refer(body.data.id);
    expect(await list('q=needle&unused=true')).toEqual([]);
    expect(await list('q=needle&unused=false')).toEqual([body.data.id]);
    expect(await list('q=needle&kind=document')).toEqual([]);
    for (const pattern of ['needl%25', 'n_edle', 'needle%5C']) {
      expect([pattern, await list(`q=${pattern}`)]).toEqual([pattern, []]);
    }
    const first = await shop.api.get(`${ADMIN}/files?limit=1`).set(asStaff);
    const { nextCursor } = first.body.meta;
    expect(await list(`limit=1&cursor=${nextCursor}`)).not.toEqual([first.body.data[0].id]);
  });

  test('are changed by one who knows them: texts by locale, focal point, name', async () => {
    const { body, headers } = await send(await png()).expect(201);
    const at = `${ADMIN}/files/${body.data.id}`;
    const change = {
      alt: 'Tee',
      altTexts: { de: 'Hemd', fr: 'Chemise' },
      focalPoint: { x: 0, y: 1 },
      name: 'x/new.gif',
    };
    const patch = (sent: object, etag: string) =>
      shop.api.patch(at).set(asStaff).set('If-Match', etag).send(sent);
    const changed = await patch(change, headers['etag'] ?? '').expect(200);
    expect(changed.body.data).toMatchObject({ ...change, name: 'new.png' });
    const stale = await patch({ alt: 'Late' }, headers['etag'] ?? '').expect(412);
    expect(stale.headers['etag']).toBe(changed.headers['etag']);
    const less = await patch({ altTexts: { fr: null } }, changed.headers['etag'] ?? '').expect(200);
    expect(less.body.data).toMatchObject({ alt: 'Tee', altTexts: { de: 'Hemd' } });
    const none = await patch({ alt: null }, '*').expect(200);
    expect(none.body.data.alt).toBe('');
    await patch({ focalPoint: { x: 2, y: 0 } }, '*').expect(400);
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const many = (first: string) => Object.fromEntries(letters.map((x) => [`${first}${x}`, 'x']));
    await patch({ altTexts: many('a') }, '*').expect(200);
    const tooMany = await patch({ altTexts: many('b') }, '*').expect(422);
    expect(tooMany.body.detail).toContain('53 locales; at most 50');
    await patch({ altTexts: { ab: null, ac: null, ad: null, ...many('b') } }, '*').expect(200);
  });

  test('are deleted unless something refers to them', async () => {
    const { body } = await send(await png()).expect(201);
    const at = `${ADMIN}/files/${body.data.id}`;
    const { storageKey } = await row(body.data.id);
    const productId = await refer(body.data.id);
    const refused = await shop.api.delete(at).set(asStaff).expect(409);
    expect(refused.body).toMatchObject({ code: 'file_in_use', usedBy: [productId] });
    await shop.ctx.db.prisma.productImage.deleteMany({ where: { fileId: body.data.id } });
    await shop.api.delete(at).set(asStaff).expect(200);
    await shop.api.get(at).set(asStaff).expect(404);
    expect(await stored(storageKey)).toBeNull();
  });
});

/** Has a product show a file. @returns the product's id. */
async function refer(fileId: string): Promise<string> {
  const { id: productId } = await createProduct(shop.ctx);
  const id = `img_${randomUUID()}`;
  const data = { id, productId, position: 1, source: 'x', fileId };
  await shop.ctx.db.prisma.productImage.create({ data });
  return productId;
}

describe('The smaller versions of a picture', () => {
  const derive = (fileId: string) =>
    deriveImage(shop.ctx, { fileId }, { media: shop.container.services.media });
  const derived = async (id: string) => {
    await derive(id);
    const { body } = await shop.api.get(`${ADMIN}/files/${id}`).set(asStaff).expect(200);
    return body.data.derivatives as {
      width: number;
      height: number;
      format: string;
      crop: string | null;
      url: string;
    }[];
  };

  test('are AVIF and WebP of five widths and two squares, none larger than the picture', async () => {
    const { body } = await send(await picture(1000, 500).png().toBuffer()).expect(201);
    const made = await derived(body.data.id);
    const sizes = made.map(({ width, height, format, crop }) =>
      `${width}x${height} ${format} ${crop ?? ''}`.trim(),
    );
    expect(sizes).toEqual(
      ['1000x500', '960x480', '640x320', '320x160']
        .flatMap((size) => [`${size} avif`, `${size} webp`])
        .concat(
          ['500x500', '320x320'].flatMap((size) => [`${size} avif square`, `${size} webp square`]),
        ),
    );
    for (const { url, width, format } of made) {
      const shown = await shop.api
        .get(new URL(url).pathname)
        .buffer()
        .parse(collect as never)
        .expect(200);
      expect(shown.headers).toMatchObject({
        'content-type': `image/${format}`,
        'cache-control': 'public, max-age=31536000, immutable',
      });
      expect((await sharp(shown.body as Buffer).metadata()).width).toBe(width);
    }
  });

  test('are made of pictures that are too tall or too flat for the formats', async () => {
    const smallest = new Map<number, unknown>();
    for (const [width, height] of [
      [40, 20_000],
      [1, 40_000],
      [40_000, 1],
    ] as const) {
      const { body } = await send(await picture(width, height).png().toBuffer()).expect(201);
      const made = await derived(body.data.id);
      const whole = made.filter(({ crop }) => crop === null);
      expect(whole.length).toBeGreaterThanOrEqual(2);
      for (const one of made) {
        expect(one.width).toBeGreaterThan(0);
        expect(one.height).toBeLessThanOrEqual(16_383);
      }
      smallest.set(width, whole[0]);
    }
    expect(smallest.get(40)).toMatchObject({ width: 33, height: 16_383 });
  });

  test('have squares that show the focal point, at new addresses when it moves', async () => {
    const red = await sharp({
      create: { width: 300, height: 300, channels: 3, background: '#f00' },
    })
      .png()
      .toBuffer();
    const wide = await picture(900, 300)
      .composite([{ input: red, left: 600, top: 0 }])
      .png()
      .toBuffer();
    const { body } = await send(wide).expect(201);
    const squareOf = async () =>
      (await derived(body.data.id)).find(
        ({ crop, format, width }) => crop && format === 'webp' && width === 300,
      )?.url ?? '';
    const colourOf = async (url: string) => {
      const { data } = await sharp(
        (await stored(new URL(url).pathname.replace('/media/', ''))) ?? '',
      )
        .resize(1, 1)
        .raw()
        .toBuffer({ resolveWithObject: true });
      return data[0] ?? 0;
    };
    const before = await squareOf();
    await shop.api
      .patch(`${ADMIN}/files/${body.data.id}`)
      .set(asStaff)
      .send({ focalPoint: { x: 1, y: 0.5 } })
      .expect(200);
    const after = await squareOf();
    expect(after).not.toBe(before);
    expect(await colourOf(before)).toBeLessThan(150);
    expect(await colourOf(after)).toBeGreaterThan(240);
  });

  test('of a file that is gone, or is no public picture, are not made', async () => {
    await derive(`file_${'0'.repeat(26)}`);
    const { body } = await send(await png(), { fields: { visibility: 'staff' } }).expect(201);
    expect(await derived(body.data.id)).toEqual([]);
  });

  test('are tried again after a lost thread, and given up where the stored picture is damaged', async () => {
    const { body } = await send(await png()).expect(201);
    const { worker, storage } = shop.container.services;
    const spy = jest.spyOn(worker, 'run').mockRejectedValue(new Error('The thread ran out'));
    const lost = await derive(body.data.id).catch((error: unknown) => error);
    spy.mockRestore();
    expect(lost).toMatchObject({ name: 'Error', message: 'The thread ran out' });
    await derive(body.data.id);
    const { storageKey } = await row(body.data.id);
    await storage.put(storageKey, Buffer.from('no picture'), 'image/png');
    await expect(derive(body.data.id)).rejects.toThrow(PermanentJobError);
  });
});

async function collect(
  res: Readable,
  done: (error: Error | null, body: Buffer) => void,
): Promise<void> {
  done(null, await buffer(res));
}

describe('The purge', () => {
  const purge = () => shop.container.services.media.purge(shop.ctx);
  const old = { updatedAt: new Date(Date.now() - 25 * 3_600_000) };
  const age = (id: string) => shop.ctx.db.prisma.file.update({ where: { id }, data: old });
  const remains = async (id: string) =>
    (await shop.ctx.db.prisma.file.count({ where: { id } })) > 0;

  test('deletes pictures that nothing has referred to for a day, with all that was made of them', async () => {
    const ids: string[] = [];
    for (const fields of [{}, { keep: 'true' }, { visibility: 'staff' }, {}, {}] as const) {
      ids.push((await send(await png(), { fields })).body.data.id as string);
    }
    const [unused = '', kept = '', closed = '', used = '', young = ''] = ids;
    await shop.container.services.media.deriveFile(shop.ctx, unused);
    const { storageKey, derivatives } = await row(unused);
    await refer(used);
    for (const id of [unused, kept, closed, used]) await age(id);
    await purge();
    expect(await Promise.all([unused, kept, closed, used, young].map(remains))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    const keys = [storageKey, ...(derivatives as { key: string }[]).map(({ key }) => key)];
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) expect(await stored(key)).toBeNull();
  });

  test('spares a picture that is uploaded once more', async () => {
    const bytes = await png();
    const { body } = await send(bytes).expect(201);
    await age(body.data.id);
    await send(bytes).expect(200);
    await purge();
    expect(await remains(body.data.id)).toBe(true);
  });

  test('deletes uploads whose time is over, with their bytes', async () => {
    const id = await arrived(await png());
    await shop.ctx.db.prisma.upload.update({ where: { id }, data: { expiresAt: new Date(0) } });
    await purge();
    await shop.api.get(`${ADMIN}/uploads/${id}`).set(asStaff).expect(404);
    expect(await stored(`private/uploads/${id}`)).toBeNull();
  });
});

describe('The sweep', () => {
  test('deletes old objects that no row has, and no others', async () => {
    const { storage, media } = shop.container.services;
    const { body } = await send(await png()).expect(201);
    await media.deriveFile(shop.ctx, body.data.id);
    const { storageKey, derivatives } = await row(body.data.id);
    const waiting = await arrived(await png());
    const folder = storageKey.slice(0, storageKey.lastIndexOf('/'));
    const orphans = [
      `${folder}/320-square-00000000.webp`,
      'media/zz/file_zz/original.png',
      'private/files/zz/file_zz/original.pdf',
      'private/uploads/upl_zz',
      'private/uploads/upl_zz-0.csv',
    ];
    for (const key of orphans) await storage.put(key, Buffer.from('x'), 'image/webp');
    const moved = `private/uploads/${waiting}-0.csv`;
    await storage.put(moved, Buffer.from('x'), 'text/csv');
    const kept = [
      storageKey,
      `private/uploads/${waiting}`,
      moved,
      ...(derivatives as { key: string }[]).map(({ key }) => key),
    ];
    expect(await media.sweep(shop.ctx)).toBe(0);
    for (const key of [...orphans, ...kept]) await makeOld(key);
    await storage.put('private/exports/x.zip', Buffer.from('x'), 'application/zip');
    await makeOld('private/exports/x.zip');
    expect(await media.sweep(shop.ctx)).toBe(orphans.length);
    for (const key of [...kept, 'private/exports/x.zip']) expect(await stored(key)).not.toBeNull();
    for (const key of orphans) expect(await stored(key)).toBeNull();
  });
});

/** Gives a stored file the time of two days ago. */
async function makeOld(key: string): Promise<void> {
  const time = new Date(Date.now() - 48 * 3_600_000);
  await utimes(path.join(shop.container.config.dataDir, 'files', key), time, time);
}
