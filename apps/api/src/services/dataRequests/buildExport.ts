import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ZipFile } from 'yazl';
import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { PRIVATE_FILES } from '../../utils/storageKeys.ts';
import type { DataRequestsDeps } from './deps.ts';
import { exportSections, FILES_FOLDER, type ExportSection } from './exportSections.ts';
import { readPerson, type Person } from './person.ts';
import { takeRequest } from './requests.ts';

const PAGE = 500;
const LINK_DAYS = 7;

const finishExport = statement('dataRequests.finishExport')<{
  id: string;
  fileKey: string;
  fileBytes: number;
  days: number;
}>(
  `UPDATE data_requests SET state = 'done', file_key = :fileKey, file_bytes = :fileBytes, finished_at = now(),
     expires_at = now() + :days::int * interval '1 day'
   WHERE id = :id AND state = 'running'`,
);

const selectFileObjects = statement('dataRequests.fileObjects')<
  { ids: readonly string[]; after: string; limit: number },
  { id: string; name: string; key: string }
>(
  `SELECT f.id, f.name, f.storage_key AS key FROM files f
   WHERE f.customer_id = ANY (:ids::text[]) AND f.id > :after ORDER BY f.id LIMIT :limit`,
);

/**
 * Makes the file of an export and sends its link. A file is written as it is read, so its size is no
 * matter of memory; a job that runs again writes another, and the one before is deleted.
 */
export async function buildExport(
  { storage }: Pick<DataRequestsDeps, 'storage'>,
  ctx: Context,
  requestId: string,
): Promise<void> {
  const request = await takeRequest(ctx, requestId);
  if (!request) return;
  const { customerId } = request;
  const person = await readPerson(ctx, customerId);
  const fileKey = `${PRIVATE_FILES}exports/${randomBytes(24).toString('hex')}.zip`;
  const fileBytes = await storeZip(storage, fileKey, ctx, person);
  const isMade = await inTransaction(ctx, async (ctx) => {
    const given = { id: requestId, fileKey, fileBytes, days: LINK_DAYS };
    if ((await ctx.db.execute(finishExport, given)) === 0) return false;
    await emit(ctx, 'dataExport.ready', { requestId, customerId });
    return true;
  });
  // The request ended meanwhile: by an erasure, or by a run of the same job.
  if (!isMade) await storage.remove(fileKey);
}

/** Writes the zip into the storage. @returns its length in bytes. */
async function storeZip(
  storage: DataRequestsDeps['storage'],
  key: string,
  ctx: Context,
  person: Person,
): Promise<number> {
  // Loaded for the first export: most processes never make one.
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const sources = exportSections.map((section) => {
    const source = Readable.from(linesOf(ctx, section, person));
    zip.addReadStreamLazy(`${section.name}.ndjson`, (done) => done(null, source));
    return source;
  });
  // A page that cannot be read ends the file, instead of a zip that waits for ever.
  const output = zip.outputStream as Readable;
  for (const source of sources) source.once('error', (error) => output.destroy(error));
  addFiles({ zip, output, storage }, ctx, person).then(
    () => zip.end(),
    (error: Error) => output.destroy(error),
  );
  let bytes = 0;
  async function* counted() {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  await storage.put(key, Readable.from(counted()), 'application/zip');
  return bytes;
}

/** The rows of a section as NDJSON, page by page. */
async function* linesOf({ db }: Context, { idsOf, statement }: ExportSection, person: Person) {
  const ids = idsOf(person);
  for (let after = ''; ;) {
    const rows = await db.query(statement, { ids, after, limit: PAGE });
    if (rows.length > 0) yield rows.map(({ record }) => `${JSON.stringify(record)}\n`).join('');
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? '';
  }
}

interface Archive {
  readonly zip: ZipFile;
  readonly output: Readable;
  readonly storage: DataRequestsDeps['storage'];
}

/**
 * Adds the files that the shop keeps for someone, one after another, each read as it is written. One
 * that the storage has lost is named in a list, so that the export is made nevertheless.
 */
async function addFiles(
  { zip, output, storage }: Archive,
  { db }: Context,
  { customerIds: ids }: Person,
): Promise<void> {
  const missing: string[] = [];
  for (let after = ''; ;) {
    const files = await db.query(selectFileObjects, { ids, after, limit: PAGE });
    for (const { id, name, key } of files) {
      if (await storage.head(key)) await addFile({ zip, output, storage }, { id, name, key });
      else missing.push(`${JSON.stringify({ id, name })}\n`);
    }
    if (files.length < PAGE) break;
    after = files.at(-1)?.id ?? '';
  }
  if (missing.length > 0) zip.addBuffer(Buffer.from(missing.join('')), 'files-missing.ndjson');
}

/** Opens the file when its turn has come, and waits until it is written. */
function addFile(
  { zip, output, storage }: Archive,
  { id, name, key }: { readonly id: string; readonly name: string; readonly key: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.addReadStreamLazy(`${FILES_FOLDER}${id}-${name}`, (done) => {
      void (async () => {
        const object = await storage.get(key);
        if (!object) throw new Error(`The storage has lost ${key} meanwhile`);
        const { stream } = object;
        const close = () => stream.destroy();
        output.once('close', close);
        done(null, stream);
        await finished(stream);
        output.off('close', close);
      })().then(resolve, reject);
    });
  });
}
