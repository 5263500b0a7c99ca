import { createCartwright, type Import } from '../src/index.ts';
import { findDemoShop } from './helpers/demoShop.ts';

jest.setTimeout(120_000);

const open = async () => {
  const { base, adminKey } = await findDemoShop();
  return createCartwright({ baseUrl: base, headers: { Authorization: `Bearer ${adminKey}` } });
};

const csv = (...rows: string[]) =>
  new Blob([['Handle,Title,Variant Price', ...rows, ''].join('\n')], { type: 'text/csv' });

test('a catalogue is uploaded and imported by one call, which tells its progress and its end', async () => {
  const shop = await open();
  const seen: Import[] = [];
  const file = csv('sdk-kettle,Kettle,39.00', 'sdk-stove,Stove,abc');
  const done = await shop.imports.run(file, { onProgress: (state) => seen.push(state) });
  expect(done).toMatchObject({ state: 'done', products: { created: 1 }, rejected: 1 });
  expect(seen.at(-1)).toEqual(done);
  expect(await shop.imports.get(done.id)).toEqual(done);
  expect(await shop.imports.report(done.id)).toMatchObject([{ line: 3, handle: 'sdk-stove' }]);
  expect(await shop.products.get('sdk-kettle')).toMatchObject({ title: 'Kettle' });
  await expect(shop.imports.cancel(done.id)).rejects.toMatchObject({ code: 'state_conflict' });
});

test('a dry run writes nothing', async () => {
  const shop = await open();
  const done = await shop.imports.run(csv('sdk-dry,Dry,1.00'), { dryRun: true, name: 'dry.csv' });
  expect(done).toMatchObject({ name: 'dry.csv', dryRun: true, products: { created: 1 } });
  await expect(shop.products.get('sdk-dry')).rejects.toMatchObject({ code: 'not_found' });
});

test('a file that is no catalogue is refused before a job sees it', async () => {
  const shop = await open();
  await expect(shop.imports.run(new Blob(['<html>']))).rejects.toMatchObject({
    code: 'import_file_invalid',
  });
});

test('a file of staff is fetched from its signed address', async () => {
  const shop = await open();
  const text = new Blob(['sku;count\nmug;3\n'], { type: 'text/csv' });
  const { id, url } = await shop.uploads.put(text, { name: 'count.csv', visibility: 'staff' });
  expect(url).toBeNull();
  const answer = await fetch((await shop.uploads.download(id)).url);
  expect(await answer.text()).toBe(await text.text());
  expect(answer.headers.get('content-disposition')).toContain('count.csv');
});

test('a picture is uploaded to the storage, and the same bytes are the same file', async () => {
  const shop = await open();
  const { data } = await shop.products.page({ q: 'mug' });
  const [image] = data.flatMap(({ images }) => images);
  const picture = await (await fetch(image?.url ?? '')).blob();
  const file = await shop.uploads.put(picture, { name: 'picture.webp', alt: 'A mug' });
  expect(file).toMatchObject({ kind: 'picture', alt: 'A mug' });
  expect((await shop.uploads.put(picture)).id).toBe(file.id);
});

test('a picture is fetched by the shop, and not from its own network', async () => {
  const shop = await open();
  const fetched = shop.uploads.fetch('http://169.254.169.254/latest.png', { alt: 'A mug' });
  await expect(fetched).rejects.toMatchObject({ code: 'url_refused' });
});
