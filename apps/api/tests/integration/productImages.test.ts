import type { Response } from 'supertest';
import type { StaffProductImage } from '../../src/validators/productImages.validator.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct, type CreatedProduct } from '../helpers/catalog.ts';
import { insertFile } from '../helpers/files.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: TestApp;
let product: CreatedProduct;

beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
}, 60_000);
afterAll(() => shop.close());

const links = ['https://x.example/1', 'https://x.example/2', 'https://x.example/3'];

beforeEach(async () => {
  product = await createProduct(shop.ctx, {
    status: 'draft',
    images: links.map((source) => ({ source })),
    options: [{ name: 'Size', values: ['S', 'L'] }],
    variants: [{ optionValues: ['S'] }, { optionValues: ['L'], image: 0 }],
  });
});

const pathOf = (imageId?: string) =>
  `/api/v1/admin/products/${product.id}/images${imageId === undefined ? '' : `/${imageId}`}`;
const add = (body: object) => shop.api.post(pathOf()).set(asStaff).send(body);
const change = (imageId: string, body: object, headers: Record<string, string> = {}) =>
  shop.api
    .patch(pathOf(imageId))
    .set({ ...asStaff, ...headers })
    .send(body);
const imageIn = ({ body }: Response) => (body as { data: StaffProductImage }).data;
const codeIn = ({ status, body }: Response) => [status, (body as { code: string }).code];

async function list(): Promise<StaffProductImage[]> {
  const { body } = await shop.api.get(pathOf()).set(asStaff).expect(200);
  return (body as { data: StaffProductImage[] }).data;
}
/** Where the pictures come from, in their order, and whether their positions have a gap. */
async function order(): Promise<string[]> {
  const images = await list();
  expect(images.map(({ position }) => position)).toEqual(images.map((_, index) => index + 1));
  return images.map(({ source }) => source);
}

describe('A picture that staff add to a product', () => {
  test('is a public file, at its place, of its variants, which leave their former picture', async () => {
    const file = await insertFile(shop.ctx, { alt: 'A tee' });
    const { variantIds, imageIds } = product;
    const response = await add({ fileId: file.id, position: 2, variantIds });
    expect(response.status).toBe(201);
    expect(imageIn(response)).toMatchObject({
      fileId: file.id,
      url: expect.stringContaining(`/media/${file.storageKey}`) as string,
      alt: 'A tee',
      position: 2,
      width: 1600,
      variants: variantIds,
    });
    expect(response.headers.location).toContain(imageIn(response).id);
    expect(await order()).toEqual([links[0], `file:${file.id}`, links[1], links[2]]);
    const [first] = await list();
    expect(first).toMatchObject({ id: imageIds[0], variants: [] });
  });

  test('may be a link, and is the last without a place', async () => {
    const url = 'https://cdn.example/a.jpg';
    const image = imageIn(await add({ url, alt: 'Front' }).expect(201));
    expect(image).toMatchObject({ url, fileId: null, alt: 'Front', position: 4, width: null });
  });

  test('has an address as an import writes it', async () => {
    const image = imageIn(await add({ url: 'https://cdn.example/a b.jpg' }).expect(201));
    expect(image.source).toBe('https://cdn.example/a%20b.jpg');
    const again = await add({ url: 'https://cdn.example/a%20b.jpg' });
    expect(codeIn(again)).toEqual([409, 'image_known']);
  });

  test('loses its text by null', async () => {
    const { id } = imageIn(await add({ url: 'https://cdn.example/c.jpg', alt: 'Front' }));
    expect(imageIn(await change(id, { alt: null }).expect(200)).alt).toBe('');
  });

  test('is not added twice', async () => {
    const { id: fileId } = await insertFile(shop.ctx);
    await add({ fileId }).expect(201);
    expect(codeIn(await add({ fileId }))).toEqual([409, 'image_known']);
    expect(codeIn(await add({ url: links[0] }))).toEqual([409, 'image_known']);
    expect(await list()).toHaveLength(4);
  });

  test.each([
    ['a document', { kind: 'document', visibility: 'staff' }],
    ['a picture for staff', { visibility: 'staff' }],
  ] as const)('is not %s', async (_name, input) => {
    const { id: fileId } = await insertFile(shop.ctx, input);
    expect(codeIn(await add({ fileId }))).toEqual([409, 'state_conflict']);
  });

  test.each([
    ['neither', {}],
    ['both', { url: 'https://x.example/9', fileId: 'file_01m8qrkrw7m1wxac6w6syxgsg2' }],
    ['a script', { url: 'javascript:alert(1)' }],
    ['a path', { url: 'tee.jpg' }],
    ['a place below the first', { url: 'https://x.example/9', position: 0 }],
  ])('is refused with %s', async (_name, body) => {
    expect(codeIn(await add(body))).toEqual([400, 'validation_failed']);
  });

  test('needs a file, a product and variants of it that are there', async () => {
    const other = await createProduct(shop.ctx);
    const unknown = 'file_01m8qrkrw7m1wxac6w6syxgsg2';
    expect((await add({ fileId: unknown })).status).toBe(404);
    const url = 'https://x.example/9';
    expect((await add({ url, variantIds: other.variantIds })).status).toBe(404);
    expect(await list()).toHaveLength(3);
    product = { ...product, id: 'prod_01m8qrkrw7m1wxac6w6syxgsg2' };
    expect((await add({ url })).status).toBe(404);
    expect((await shop.api.get(pathOf()).set(asStaff)).status).toBe(404);
  });

  test('keeps its file from being deleted, until it is taken out', async () => {
    const { id: fileId } = await insertFile(shop.ctx);
    const { id } = imageIn(await add({ fileId }).expect(201));
    const { prisma } = shop.ctx.db;
    await expect(prisma.file.delete({ where: { id: fileId } })).rejects.toThrow('Foreign key');
    await shop.api.delete(pathOf(id)).set(asStaff).expect(200);
    await expect(prisma.file.delete({ where: { id: fileId } })).resolves.toMatchObject({
      id: fileId,
    });
  });
});

describe('A picture of a product', () => {
  test.each([
    [3, 1, [2, 0, 1]],
    [1, 3, [1, 2, 0]],
    [1, 250, [1, 2, 0]],
    [2, 2, [0, 1, 2]],
  ])('moves from place %s to %s, and the others make room', async (from, position, expected) => {
    const { imageIds } = product;
    await change(imageIds[from - 1] ?? '', { position }).expect(200);
    expect(await order()).toEqual(expected.map((index) => links[index]));
  });

  test('leaves no gap when it is taken out, and its variants have none then', async () => {
    const [first = ''] = product.imageIds;
    const response = await shop.api.delete(pathOf(first)).set(asStaff).expect(200);
    expect(imageIn(response)).toMatchObject({ id: first, variants: [product.variantIds[1]] });
    expect(await order()).toEqual([links[1], links[2]]);
    const variant = await shop.ctx.db.prisma.variant.findUniqueOrThrow({
      where: { id: product.variantIds[1] ?? '' },
    });
    expect(variant.imageId).toBeNull();
  });

  test('is changed only as it is known, where the client says what it knows', async () => {
    const [first = ''] = product.imageIds;
    const { etag } = (await change(first, { alt: 'One' }).expect(200)).headers as { etag: string };
    await change(first, { alt: 'Two' }, { 'If-Match': etag }).expect(200);
    const refused = await change(first, { alt: 'Three' }, { 'If-Match': etag });
    expect(codeIn(refused)).toEqual([412, 'precondition_failed']);
    expect(refused.headers.etag).not.toBe(etag);
    const removal = await shop.api.delete(pathOf(first)).set({ ...asStaff, 'If-Match': etag });
    expect(removal.status).toBe(412);
    expect((await list())[0]).toMatchObject({ alt: 'Two' });
  });

  test('is none of another product', async () => {
    const other = await createProduct(shop.ctx, { images: [{ source: 'https://x.example/o' }] });
    const [foreign = ''] = other.imageIds;
    expect((await change(foreign, { alt: 'x' })).status).toBe(404);
    expect((await shop.api.delete(pathOf(foreign)).set(asStaff)).status).toBe(404);
  });

  test('has a separate place, also when several are moved and added at once', async () => {
    const { imageIds } = product;
    await Promise.all([
      ...imageIds.map((id) => change(id, { position: 1 }).expect(200)),
      ...['a', 'b', 'c'].map((name) =>
        add({ url: `https://x.example/${name}`, position: 1 }).expect(201),
      ),
    ]);
    expect(await order()).toHaveLength(6);
  });
});
