import sharp from 'sharp';
import { MAX_PICTURE_BYTES } from '../src/domains/media.limits.ts';
import type { ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';
import { withWebPictures } from './webPictures.ts';

interface Upload {
  readonly id: string;
  readonly put: { readonly url: string; readonly headers: Record<string, string> };
}

const picture = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();

/** Pictures of the shop: brought to a signed address, and in one request. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const bytes = await picture('#d9c7a7');
  const announced = { name: 'linen-shirt.png', contentType: 'image/png', bytes: bytes.length };
  const body = { ...announced, alt: 'A linen shirt on a chair', keep: true };
  const upload = await recorder.record<Upload>('createUpload', { body });
  const { id: uploadId } = upload;
  await recorder.refused('createUpload', 'file_too_large', {
    body: { ...announced, bytes: MAX_PICTURE_BYTES + 1 },
  });
  await recorder.refused('createUpload', 'file_type_refused', {
    body: { ...announced, contentType: 'image/svg+xml' },
  });
  await recorder.refused('finalizeUpload', 'upload_missing', { params: { uploadId } });
  await recorder.bring(upload.put, bytes);
  await recorder.record('finalizeUpload', { params: { uploadId } });
  await recorder.record('getUpload', { params: { uploadId } });
  await recorder.refused('getUpload', 'not_found', {
    params: { uploadId: `upl_${'0'.repeat(26)}` },
  });

  const file = { name: 'linen-shirt.png', bytes: await picture('#7a8f6a') };
  const form = { alt: 'A linen shirt in green' };
  const { id: fileId } = await recorder.record<{ id: string }>('uploadFile', { body: form, file });
  await recorder.refused('uploadFile', 'file_type_refused', {
    body: form,
    file: { name: 'linen-shirt.png', bytes: Buffer.from('<html></html>') },
  });
  const url = 'https://pictures.example.com/linen-shirt.png';
  await withWebPictures(place, (base) =>
    recorder.at(base, async () => {
      await recorder.record('fetchFile', { body: { url, alt: 'A linen shirt in blue' } });
    }),
  );
  await recorder.refused('fetchFile', 'url_refused', {
    body: { url: 'http://169.254.169.254/latest/meta-data/' },
  });
  const params = { fileId };
  await recorder.until<{ derivatives: unknown[] }>('getFile', { params }, ({ derivatives }) => {
    return derivatives.length > 0;
  });
  await recorder.record('getFile', { params });
  await recorder.record('getFileDownload', { params });
  await recorder.record('listFiles', { query: { q: 'green' } });
  const change = { altTexts: { de: 'Ein grünes Leinenhemd' } };
  await recorder.record('updateFile', { params, body: change });
  await recorder.refused('updateFile', 'precondition_failed', {
    params,
    headers: { 'If-Match': '"an old one"' },
    body: change,
  });
  await recorder.record('deleteFile', { params });
  await recorder.refused('getFile', 'not_found', { params });
  await recorder.refused('getFileDownload', 'not_found', { params });
  await ownFiles(recorder);
}

/** A document for a customer, as its customer sees it. */
async function ownFiles(recorder: Recorder): Promise<void> {
  const { body } = await recorder.ask<{ id: string }>('getProfile', {});
  const { body: stored } = await recorder.ask<{ id: string }>('uploadFile', {
    body: { visibility: 'customer', customerId: body.data.id },
    file: { name: 'warranty.pdf', bytes: Buffer.from('%PDF-1.7\nTwo years.\n%%EOF\n') },
  });
  const params = { fileId: stored.data.id };
  await recorder.record('listOwnFiles', { query: { limit: 1 } });
  await recorder.refused('listOwnFiles', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await recorder.record('getOwnFileDownload', { params });
  await recorder.refused('getOwnFileDownload', 'not_found', {
    params: { fileId: `file_${'0'.repeat(26)}` },
  });
}
