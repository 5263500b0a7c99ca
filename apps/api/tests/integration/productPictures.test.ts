import type { Product } from '../../src/validators/products.validator.ts';
import { createProduct } from '../helpers/catalog.ts';
import { startCatalogApp, type CatalogApp } from '../helpers/catalogApp.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { insertFile } from '../helpers/files.ts';

const derivatives = [
  { width: 320, height: 180, format: 'webp', crop: null, key: 'media/aa/file_a/320-0.webp' },
  {
    width: 320,
    height: 320,
    format: 'webp',
    crop: 'square',
    key: 'media/aa/file_a/320-square-0.webp',
  },
];

let testDatabase: TestDatabase;
let app: CatalogApp;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  app = await startCatalogApp(testDatabase.url);
});
afterAll(async () => {
  await app.close();
  await testDatabase.drop();
});

const imagesOf = async (handle: string) =>
  (await app.get<{ data: Product }>(`/${handle}`)).data.images;

/** A product with one picture that has a file. */
async function createShown(handle: string, alt?: string) {
  const file = await insertFile(app.ctx, {
    alt: 'A tee',
    altTexts: { de: 'Ein Hemd' },
    derivatives,
  });
  const product = await createProduct(app.ctx, {
    handle,
    images: [{ source: 'tee.jpg', ...(alt !== undefined && { alt }) }],
  });
  const [imageId = ''] = product.imageIds;
  const { prisma } = app.ctx.db;
  await prisma.productImage.update({ where: { id: imageId }, data: { fileId: file.id } });
  return { file, imageId };
}

describe('a picture that has a file', () => {
  test('is shown with its size, colour, focal point, texts and smaller versions', async () => {
    const { file, imageId } = await createShown('shown');
    expect(await imagesOf('shown')).toEqual([
      {
        id: imageId,
        url: `http://shop.test/media/${file.storageKey}`,
        alt: 'A tee',
        altTexts: { de: 'Ein Hemd' },
        position: 1,
        width: 1600,
        height: 900,
        dominantColor: '#c8b69a',
        focalPoint: { x: 0.5, y: 0.5 },
        variants: [],
        derivatives: derivatives.map(({ key, ...rest }) => ({
          ...rest,
          url: `http://shop.test/media/${key}`,
        })),
      },
    ]);
  });

  test('has its own text before that of the file', async () => {
    await createShown('own-text', 'The front');
    expect(await imagesOf('own-text')).toMatchObject([{ alt: 'The front' }]);
  });

  test('is read by as many statements as one without', async () => {
    await createShown('with-file');
    await createProduct(app.ctx, {
      handle: 'with-link',
      images: [{ source: 'https://x.example/a' }],
    });
    app.clearCache();
    const statements = [await app.statements('/with-file'), await app.statements('/with-link')];
    expect(statements).toEqual([1, 1]);
    expect(await app.statements('/with-file')).toBe(0);
  });

  test('is read again by every process when its file changes', async () => {
    const { file } = await createShown('changing');
    await imagesOf('changing');
    await app.ctx.db.prisma.file.update({ where: { id: file.id }, data: { focalX: 0.25 } });
    const found = await eventually(async () => {
      const [image] = await imagesOf('changing');
      return image?.focalPoint?.x === 0.25 && image;
    });
    expect(found).toMatchObject({ focalPoint: { x: 0.25, y: 0.5 } });
  });

  test('keeps its file from being deleted', async () => {
    const { file } = await createShown('kept');
    await expect(app.ctx.db.prisma.file.delete({ where: { id: file.id } })).rejects.toThrow(
      'Foreign key constraint',
    );
  });
});

describe('a process of the release before', () => {
  const readOld = async (id: string) =>
    await app.ctx.db.prisma.productImage.findUniqueOrThrow({ where: { id } });

  test('finds key, size and smaller versions where it knows them, without crops', async () => {
    const { file, imageId } = await createShown('old-reader');
    const expected = { storageKey: file.storageKey, width: 1600, height: 900 };
    expect(await readOld(imageId)).toMatchObject({ ...expected, derivatives: [derivatives[0]] });
    await app.ctx.db.prisma.file.update({ where: { id: file.id }, data: { derivatives: [] } });
    expect(await readOld(imageId)).toMatchObject({ ...expected, derivatives: [] });
  });

  test('puts another picture in the place of a file, and that one is shown', async () => {
    const { imageId } = await createShown('old-writer');
    await app.ctx.db.prisma.productImage.update({
      where: { id: imageId },
      data: { storageKey: 'ab/other.jpg', width: null, height: null, derivatives: [] },
    });
    expect(await readOld(imageId)).toMatchObject({ fileId: null });
    expect(await imagesOf('old-writer')).toMatchObject([
      { url: 'http://shop.test/media/ab/other.jpg', width: null, dominantColor: null },
    ]);
  });
});
