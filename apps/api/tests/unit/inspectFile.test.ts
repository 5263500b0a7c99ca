import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import inspectFile from '../../src/threads/inspectFile.task.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function pictureFile(name: string, length?: number): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const create = { width: 64, height: 48, channels: 3, background: '#2a6', noise } as const;
  const bytes = await sharp({ create }).jpeg().toBuffer();
  const file = path.join(folder, name);
  await writeFile(file, bytes.subarray(0, length));
  return file;
}

const inspect = (file: string, cleanPath = `${file}.clean`) =>
  inspectFile({ path: file, cleanPath, declaredType: 'image/jpeg' });

describe('A picture', () => {
  test.each([['/dev/full'], ['/there/is/no/folder/clean']])(
    'that cannot be written to %s is not damaged: the same may succeed later',
    async (cleanPath) => {
      const file = await pictureFile('whole.jpg');
      const result = await inspect(file, cleanPath);
      expect(result).toMatchObject({ ok: false, code: 'storage_unavailable' });
      expect('message' in result && result.message).not.toContain('/');
      expect(await inspect(file)).toMatchObject({ ok: true, width: 64, height: 48 });
    },
  );

  test.each([[1500], [60]])('of which %d bytes are left is damaged', async (length) => {
    const file = await pictureFile('cut.jpg', length);
    const result = await inspect(file);
    expect(result).toMatchObject({ ok: false, code: 'file_damaged' });
    expect('message' in result && result.message).not.toContain(folder);
  });
});
