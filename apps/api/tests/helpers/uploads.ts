import { newId } from '../../src/kernel/ids.ts';
import type { TestApp } from './app.ts';
import { asStaff } from './staff.ts';

/** An upload for an import whose bytes have come, as a client's `put` leaves it. @returns its id. */
export async function uploadForImport(
  { container: { database, services } }: Pick<TestApp, 'container'>,
  content: string | Uint8Array,
  given: {
    purpose?: 'file' | 'import';
    isExpired?: boolean;
    bytes?: number;
    createdBy?: string;
  } = {},
): Promise<string> {
  const bytes = Buffer.from(content);
  const { purpose = 'import', isExpired = false, createdBy = 'adminKey' } = given;
  const id = newId('upload');
  const storageKey = `private/uploads/${id}`;
  await services.storage.put(storageKey, bytes, 'text/csv');
  await database.pool.query(
    `INSERT INTO uploads (id, purpose, name, content_type, bytes, storage_key, created_by, expires_at)
     VALUES ($1, $2, 'products.csv', 'text/csv', $3, $4, $6, now() + $5::interval)`,
    [
      id,
      purpose,
      given.bytes ?? bytes.length,
      storageKey,
      isExpired ? '-1 minute' : '1 day',
      createdBy,
    ],
  );
  return id;
}

/** A catalogue of so many products, each with a variant. */
export function manyProducts(count: number, prefix = 'many'): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `${prefix}-${at},Product ${at},${at % 90}.50`,
  );
  return `Handle,Title,Variant Price\n${rows.join('\n')}\n`;
}

/** Announces a picture and brings it to its address. @returns the upload's id. */
export async function bringUpload(
  { api, url }: Pick<TestApp, 'api' | 'url'>,
  bytes: Uint8Array,
): Promise<string> {
  const announced = { name: 'a.png', contentType: 'image/png', bytes: bytes.length };
  const { body } = await api
    .post('/api/v1/admin/media/uploads')
    .set(asStaff)
    .send(announced)
    .expect(201);
  const { put, id } = body.data as {
    id: string;
    put: { url: string; headers: Record<string, string> };
  };
  const target = url + new URL(put.url).pathname;
  const { ok } = await fetch(target, {
    method: 'PUT',
    headers: put.headers,
    body: Buffer.from(bytes),
  });
  if (!ok) throw new Error('The upload was refused');
  return id;
}
