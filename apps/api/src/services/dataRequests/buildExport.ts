import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { PRIVATE_FILES } from '../../utils/storageKeys.ts';
import type { DataRequestsDeps } from './deps.ts';
import { exportSections, type ExportSection } from './exportSections.ts';
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
  zip.end();
  // A page that cannot be read ends the file, instead of a zip that waits for ever.
  const output = zip.outputStream as Readable;
  for (const source of sources) source.once('error', (error) => output.destroy(error));
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
