import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import type { FileStore, ListedFile } from '../../src/ports/fileStore.ts';
import { createStorageService } from '../../src/services/storage.service.ts';

interface OpenStore {
  readonly store: FileStore;
}

const MIB = 1024 * 1024;

/** The behaviour that each adapter of the storage must have. @param opened by a hook before. */
export function describeFileStore(
  name: string,
  opened: () => OpenStore,
  { isComplete = true }: { readonly isComplete?: boolean } = {},
): void {
  /** What a server of S3 for tests may get wrong. */
  const testIfComplete = isComplete ? test : test.skip;
  const storage = () => createStorageService(opened().store);
  const put = (key: string, content: string, type = 'text/csv') =>
    storage().put(key, Buffer.from(content), type);

  async function contentOf(key: string): Promise<string | null> {
    const file = await storage().get(key);
    return file && text(file.stream);
  }

  async function listed(prefix: string): Promise<ListedFile[]> {
    const files: ListedFile[] = [];
    for await (const file of storage().list(prefix)) files.push(file);
    return files;
  }

  describe(`${name}: a file`, () => {
    test('is returned as it was stored, from bytes and from a stream', async () => {
      const before = Date.now();
      expect(
        await storage().put('docs/a.pdf', Buffer.from('from bytes'), 'application/pdf'),
      ).toEqual({ bytes: 10 });
      const stream = Readable.from([Buffer.from('from '), Buffer.from('a stream')]);
      expect(await storage().put('docs/b.csv', stream, 'text/csv')).toEqual({ bytes: 13 });
      expect(await contentOf('docs/a.pdf')).toBe('from bytes');
      const file = await storage().get('docs/b.csv');
      expect(file).toMatchObject({ size: 13, contentType: 'text/csv' });
      // Some stores know whole seconds alone.
      expect(file?.modifiedAt.getTime()).toBeGreaterThan(before - 2000);
      expect(file && (await text(file.stream))).toBe('from a stream');
      expect(await storage().head('docs/b.csv')).toEqual({
        bytes: 13,
        contentType: 'text/csv',
        modifiedAt: file?.modifiedAt,
      });
    });

    test('may be empty, and replaces what was there', async () => {
      await put('docs/again.csv', 'old and long');
      expect(await put('docs/again.csv', '')).toEqual({ bytes: 0 });
      expect(await contentOf('docs/again.csv')).toBe('');
      expect(await storage().put('docs/again.csv', Readable.from([]), 'text/csv')).toEqual({
        bytes: 0,
      });
      expect(await storage().head('docs/again.csv')).toMatchObject({ bytes: 0 });
    });

    testIfComplete('of many parts is as it was, from a stream of unknown length', async () => {
      const part = randomBytes(MIB);
      const body = Readable.from(Array.from({ length: 13 }, () => part));
      expect(await storage().put('docs/big.zip', body, 'application/zip')).toEqual({
        bytes: 13 * MIB,
      });
      const file = await storage().get('docs/big.zip');
      expect(file?.size).toBe(13 * MIB);
      expect(file?.contentType).toBe('application/zip');
      const content = file && (await buffer(file.stream));
      expect(content?.equals(Buffer.concat(Array.from({ length: 13 }, () => part)))).toBe(true);
    });

    test('that is not there is null', async () => {
      await put('docs/there.csv', 'x');
      for (const key of ['docs/none.csv', 'none/at/all.csv', 'docs', 'docs/there.csv/more']) {
        expect([key, await storage().get(key), await storage().head(key)]).toEqual([
          key,
          null,
          null,
        ]);
      }
    });

    testIfComplete('is read in part, with the length of the whole', async () => {
      await put('docs/digits.csv', '0123456789');
      const part = async (start: number, end: number) => {
        const file = await storage().get('docs/digits.csv', { start, end });
        return file && [await text(file.stream), file.size];
      };
      expect(await part(2, 4)).toEqual(['234', 10]);
      expect(await part(0, 0)).toEqual(['0', 10]);
      expect(await part(7, 99)).toEqual(['789', 10]);
      await expect(part(10, 12)).rejects.toThrow(RangeError);
      expect(await storage().get('docs/none.csv', { start: 0, end: 1 })).toBeNull();
    });

    test('is deleted once and for all', async () => {
      await put('docs/gone.csv', 'x');
      await storage().remove('docs/gone.csv');
      await storage().remove('docs/gone.csv');
      await storage().remove('never/was/there.csv');
      expect(await contentOf('docs/gone.csv')).toBeNull();
    });

    testIfComplete(
      'whose stream breaks leaves the old one, and nothing that is half stored',
      async () => {
        await put('broken/kept.csv', 'old');
        for (const bytes of [3, 11 * MIB]) {
          const broken = Readable.from(
            (function* () {
              for (let sent = 0; sent < bytes; sent += MIB)
                yield Buffer.alloc(Math.min(MIB, bytes));
              throw new Error('the client has gone');
            })(),
          );
          await expect(storage().put('broken/kept.csv', broken, 'text/csv')).rejects.toThrow(
            'the client has gone',
          );
        }
        expect(await contentOf('broken/kept.csv')).toBe('old');
        expect((await listed('broken/')).map(({ key }) => key)).toEqual(['broken/kept.csv']);
        expect(await storage().removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
      },
    );

    testIfComplete('that two store at once is one of the two', async () => {
      const contents = ['one'.repeat(100_000), 'two'.repeat(90_000)];
      await Promise.all(contents.map((content) => put('docs/raced.csv', content)));
      expect(contents.includes((await contentOf('docs/raced.csv')) ?? '')).toBe(true);
    });
  });

  describe(`${name}: a renamed file`, () => {
    test('is whole under the new key, and gone from the old one', async () => {
      await put('private/uploads/upl_1', 'the file', 'image/png');
      await put('media/01/file_1/original.webp', 'old');
      const moved = await storage().move(
        'private/uploads/upl_1',
        'media/01/file_1/original.webp',
        'image/webp',
      );
      expect(moved).toBe(true);
      expect(await contentOf('private/uploads/upl_1')).toBeNull();
      expect(await contentOf('media/01/file_1/original.webp')).toBe('the file');
      expect(await storage().head('media/01/file_1/original.webp')).toMatchObject({
        bytes: 8,
        contentType: 'image/webp',
      });
    });

    test('that is not there changes nothing', async () => {
      await put('docs/target.csv', 'as it was');
      expect(await storage().move('private/uploads/none', 'docs/target.csv')).toBe(false);
      expect(await contentOf('docs/target.csv')).toBe('as it was');
    });

    test('is renamed by one of two who try', async () => {
      await put('private/uploads/upl_2', 'once');
      const outcomes = await Promise.all(
        ['docs/x.csv', 'docs/y.csv'].map((to) => storage().move('private/uploads/upl_2', to)),
      );
      const found = await Promise.all(['docs/x.csv', 'docs/y.csv'].map(contentOf));
      // A bucket copies, so both may succeed; what they have is whole, and the old key is free.
      expect(outcomes).toContain(true);
      expect(found.map((content) => content === 'once')).toEqual(outcomes);
      expect(await contentOf('private/uploads/upl_2')).toBeNull();
    });
  });

  describe(`${name}: a list`, () => {
    testIfComplete('has the files of a prefix, by key in the order of bytes', async () => {
      const keys = ['b/1.csv', 'b-c.csv', 'b.csv', 'b/1/2.csv', 'b0.csv', 'b/1-2.csv', 'b/10.csv'];
      for (const key of keys) await put(`list/${key}`, key);
      const expected = keys.map((key) => `list/${key}`).toSorted();
      const all = await listed('list/');
      expect(all.map(({ key }) => key)).toEqual(expected);
      expect(all.map(({ bytes }) => bytes)).toEqual(expected.map((key) => key.length - 5));
      expect((await listed('list/b/1')).map(({ key }) => key)).toEqual(
        expected.filter((key) => key.startsWith('list/b/1')),
      );
      expect((await listed('list/b.csv')).map(({ key }) => key)).toEqual(['list/b.csv']);
      expect(await listed('none/')).toEqual([]);
      expect(all[0]?.modifiedAt).toBeInstanceOf(Date);
    });

    test('is read as it is asked for, and may be left in the middle', async () => {
      for await (const { key } of storage().list('list/')) {
        expect(key).toContain('list/');
        break;
      }
    });
  });

  testIfComplete(`${name}: the check of a store that works has nothing to say`, async () => {
    await expect(opened().store.check()).resolves.toBeUndefined();
  });

  test.each(['../secret', 'a/../../secret', '/etc/passwd', '.incoming/x', 'a//b', 'A.png', ''])(
    `${name}: the key %p is refused`,
    async (key) => {
      expect(await contentOf(key)).toBeNull();
      expect(await storage().head(key)).toBeNull();
      await expect(storage().put(key, Buffer.from(''), 'text/csv')).rejects.toThrow(RangeError);
      await expect(storage().remove(key)).rejects.toThrow(RangeError);
      await expect(storage().move(key, 'docs/a.csv')).rejects.toThrow(RangeError);
      await expect(storage().move('docs/a.csv', key)).rejects.toThrow(RangeError);
      const terms = { contentType: 'text/csv', bytes: 1, expiresSeconds: 60 };
      await expect(storage().presignPut(key, terms)).rejects.toThrow(RangeError);
      await expect(storage().presignGet(key, terms)).rejects.toThrow(RangeError);
    },
  );
}

/** The behaviour of addresses that a store signs. @param opened a store whose addresses are answered. */
export function describeSignedAddresses(name: string, opened: () => OpenStore): void {
  const storage = () => createStorageService(opened().store);
  const terms = { contentType: 'image/png', bytes: 10, expiresSeconds: 60 };
  const BODY = '0123456789';

  async function contentOf(key: string): Promise<string | null> {
    const file = await storage().get(key);
    return file && text(file.stream);
  }

  describe(`${name}: a signed upload`, () => {
    test('brings exactly the file that was announced', async () => {
      const { method, url, headers } = await storage().presignPut('private/uploads/a', terms);
      const answer = await fetch(url, { method, headers, body: BODY });
      expect([200, 204]).toContain(answer.status);
      expect(await contentOf('private/uploads/a')).toBe(BODY);
    });

    test('may be sent again, and replaces what came', async () => {
      const { method, url, headers } = await storage().presignPut('private/uploads/b', terms);
      for (const body of [BODY, '9876543210'])
        expect((await fetch(url, { method, headers, body })).ok).toBe(true);
      expect(await contentOf('private/uploads/b')).toBe('9876543210');
    });

    test.each([
      ['longer', { body: `${BODY}!` }],
      ['shorter', { body: '012345678' }],
      ['empty', { body: '' }],
      ['of another type', { body: BODY, headers: { 'Content-Type': 'text/html' } }],
    ])('with a body that is %s is refused, and nothing is stored', async (_how, changed) => {
      const { method, url, headers } = await storage().presignPut('private/uploads/c', terms);
      const answer = await fetch(url, { method, headers, ...changed });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(await contentOf('private/uploads/c')).toBeNull();
    });

    test('with a changed address, and one that has expired, is refused', async () => {
      const { method, url, headers } = await storage().presignPut('private/uploads/d', terms);
      const last = url.at(-1) === 'a' ? 'b' : 'a';
      const past = await storage().presignPut('private/uploads/d', { ...terms, expiresSeconds: 1 });
      const forged = await fetch(`${url.slice(0, -1)}${last}`, { method, headers, body: BODY });
      expect(forged.status).toBe(403);
      await new Promise((resolve) => void setTimeout(resolve, 2100));
      expect((await fetch(past.url, { method, headers, body: BODY })).status).toBe(403);
      expect(await contentOf('private/uploads/d')).toBeNull();
    });

    test('does not read: its address with GET has no file', async () => {
      const { method, url, headers } = await storage().presignPut('private/uploads/e', terms);
      await fetch(url, { method, headers, body: BODY });
      const answer = await fetch(url);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toContain(BODY);
    });
  });

  describe(`${name}: a signed download`, () => {
    beforeAll(async () => {
      await storage().put(
        'private/files/01/file_1/original.pdf',
        Buffer.from(BODY),
        'application/pdf',
      );
    });
    const key = 'private/files/01/file_1/original.pdf';

    test('gives the file to anyone who has its address, under a name', async () => {
      const downloadName = 'Größe "L" 中.pdf';
      const url = await storage().presignGet(key, { expiresSeconds: 60, downloadName });
      const answer = await fetch(url);
      expect([answer.status, await answer.text()]).toEqual([200, BODY]);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const disposition = answer.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^attachment;/);
      expect(disposition).toContain(`filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22L%22%20%E4%B8%AD.pdf`);
    });

    test('may be read in part, and of another type', async () => {
      const url = await storage().presignGet(key, {
        expiresSeconds: 60,
        contentType: 'application/octet-stream',
      });
      const answer = await fetch(url, { headers: { Range: 'bytes=2-4' } });
      expect([answer.status, await answer.text()]).toEqual([206, '234']);
      expect(answer.headers.get('content-range')).toBe('bytes 2-4/10');
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    });

    test('of a file that is not there is a 404', async () => {
      const url = await storage().presignGet('private/files/none.pdf', { expiresSeconds: 60 });
      expect((await fetch(url)).status).toBe(404);
    });

    test('with a changed address, and one that has expired, is refused', async () => {
      const url = await storage().presignGet(key, { expiresSeconds: 1 });
      const last = url.at(-1) === 'a' ? 'b' : 'a';
      expect((await fetch(`${url.slice(0, -1)}${last}`)).status).toBe(403);
      await new Promise((resolve) => void setTimeout(resolve, 2100));
      expect((await fetch(url)).status).toBe(403);
    });
  });
}
