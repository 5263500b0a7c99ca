import { newId } from '../src/kernel/ids.ts';
import { withShopAt, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

const CSV = `Handle,Title,Variant SKU,Variant Price
field-kettle,Field kettle,KETTLE-1,39.00
field-stove,Field stove,STOVE-1,abc
`;

/** An upload whose bytes have come. @returns its id. */
function upload(place: ShopPlace): Promise<string> {
  return withShopAt(place, async ({ database, services }) => {
    const id = newId('upload');
    const storageKey = `private/uploads/${id}`;
    await services.storage.put(storageKey, Buffer.from(CSV), 'text/csv');
    const file = { name: 'products.csv', contentType: 'text/csv', bytes: CSV.length, storageKey };
    const expiresAt = new Date(Date.now() + 86_400_000);
    const data = { id, purpose: 'import', ...file, createdBy: 'adminKey', expiresAt };
    await database.prisma.upload.create({ data });
    return id;
  });
}

/** An import that no job takes. @returns its id. */
function waitingImport(place: ShopPlace, uploadId: string): Promise<string> {
  return withShopAt(place, async ({ database }) => {
    const id = newId('catalogImport');
    const none = { created: 0, updated: 0, unchanged: 0 };
    const counts = { products: none, variants: none, images: none };
    const report = { ...counts, rejected: 0, notes: 0, unpublished: 0, unknownColumns: [] };
    const file = {
      name: 'products.csv',
      bytes: CSV.length,
      storageKey: `private/uploads/${uploadId}`,
    };
    const options = { dryRun: false, currency: 'USD', createdBy: 'adminKey' };
    await database.prisma.catalogImport.create({
      data: { id, uploadId, ...file, ...options, report },
    });
    return id;
  });
}

/** A catalogue that is imported, and one that is not. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const uploadId = await upload(place);
  const body = { uploadId, dryRun: true };
  const { id: importId } = await recorder.record<{ id: string }>('createImport', { body });
  const params = { importId };
  await recorder.until('getImport', { params }, ({ state }: { state: string }) => state === 'done');
  await recorder.record('getImport', { params });
  await recorder.record('watchImport', { params });
  await recorder.record('getImportReport', { params });
  await recorder.record('listImports', { query: { state: 'done' } });
  await recorder.refused('listImports', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await recorder.refused('cancelImport', 'state_conflict', { params });
  const waiting = { params: { importId: await waitingImport(place, uploadId) } };
  await recorder.refused('getImportReport', 'state_conflict', waiting);
  await recorder.record('cancelImport', waiting);
}
