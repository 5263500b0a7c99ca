import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileBody } from '../../src/integrations/localStorage/fileBody.ts';
import { asDiskError, StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';

const failure = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

test.each(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EIO', 'ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE'])(
  'A disk that says %s cannot be used now',
  (code) => {
    const cause = failure(code);
    const error = asDiskError(cause);
    expect(error).toBeInstanceOf(StorageUnavailableError);
    expect(error).toMatchObject({ cause });
  },
);

test.each(['ENOENT', 'EISDIR', 'ECONNRESET', 'ABORT_ERR'])('%s stays as it is', (code) => {
  const error = failure(code);
  expect(asDiskError(error)).toBe(error);
});

test('A disk that fails while a file is read is an error of the storage, after what came before', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('the first bytes');
      throw failure('EIO');
    })(),
  );
  const seen: string[] = [];
  const reading = (async () => {
    for await (const chunk of fileBody(broken)) seen.push(String(chunk));
  })();
  await expect(reading).rejects.toBeInstanceOf(StorageUnavailableError);
  expect(seen).toEqual(['the first bytes']);
});

test('A file that is never read is closed with its stream', async () => {
  const file = Readable.from([Buffer.from('x')]);
  const stream = fileBody(file);
  stream.destroy();
  await new Promise((resolve) => stream.once('close', resolve));
  expect(file.destroyed).toBe(true);
  expect(await buffer(fileBody(Readable.from([])))).toHaveLength(0);
});
