import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import derivePicture from '../../src/threads/derivePicture.task.ts';
import { isAboutContent } from '../../src/threads/pictureErrors.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'derive-'));
});
afterAll(() => rm(folder, { recursive: true }));

const derive = (file: string) => derivePicture({ path: file, focalX: 0.5, focalY: 0.5 });

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

const jpeg = () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6', noise } })
    .jpeg()
    .toBuffer();
};

test('a picture that is whole has smaller versions', async () => {
  const made = await derive(await fileOf('whole.jpg', await jpeg()));
  expect(made).toMatchObject({ ok: true, derivatives: { length: 4 } });
});

test.each([
  ['is cut off', async () => (await jpeg()).subarray(0, 900)],
  ['is no picture', async () => Buffer.from('<html>')],
  ['is empty', async () => Buffer.alloc(0)],
])('a file that %s is unreadable for good', async (what, content) => {
  const made = await derive(await fileOf(what, await content()));
  expect(made).toEqual({ ok: false, unreadable: expect.any(String) });
});

test('a copy that is gone while it is read is no fault of the picture', async () => {
  await expect(derive(path.join(folder, 'gone.jpg'))).rejects.toThrow('missing');
});

test.each([
  [new Error('VipsJpeg: premature end of JPEG image'), true],
  [new Error('Input file contains unsupported image format'), true],
  [new Error('Input file is missing: picture.jpg'), false],
  [new Error('vips_tracked: out of memory --- size == 48MB'), false],
  [new Error('unix error: Cannot allocate memory'), false],
  [new Error('system error: No space left on device'), false],
  [new RangeError('Array buffer allocation failed'), false],
  [new TypeError('x is not a function'), false],
  [Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' }), false],
])('%s is about the content: %s', (error, expected) => {
  expect(isAboutContent(error)).toBe(expected);
});
