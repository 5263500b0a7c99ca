import { z } from 'zod';
import { MAX_DOCUMENT_BYTES, MAX_PICTURE_BYTES } from '../domains/media.limits.ts';
import { defineRoutes } from '../kernel/route.ts';
import {
  fetchedFileSchema,
  fileDownloadSchema,
  fileFormSchema,
  fileListQuerySchema,
  fileParamsSchema,
  filePatchSchema,
  fileSchema,
  newUploadReplySchema,
  newUploadSchema,
  ownFileListQuerySchema,
  ownFileSchema,
  uploadParamsSchema,
  uploadSchema,
} from '../validators/media.validator.ts';
import { ifMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Files', cache: 'private' } as const;
const reading = { ...shared, permission: 'media:read' } as const;
const writing = { ...shared, permission: 'media:write' } as const;
const own = { tag: 'Your files', permission: 'files:read:own', cache: 'private' } as const;
const theFile = { description: 'The file.', schema: fileSchema, tagged: true } as const;
const known = { ...theFile, description: 'The file, which the shop has already.' } as const;
const params = fileParamsSchema;
const whereToFetch = { description: 'Where to fetch it.', schema: fileDownloadSchema } as const;
/** What can be wrong with the bytes of a file. */
const byteRefusals = [
  'state_conflict',
  'file_empty',
  'file_type_refused',
  'file_too_large',
  'file_damaged',
  'picture_too_large',
  'busy',
  'storage_unavailable',
] as const;
const refusals = [...byteRefusals, 'not_found'] as const;

export const mediaRoutes = defineRoutes({
  createUpload: {
    ...writing,
    method: 'post',
    path: '/admin/media/uploads',
    summary: 'Begin an upload',
    description:
      'Announces a file and answers with a signed address to which the client brings its bytes, so that they do not pass the API where files are in S3. Then finalize it. What is not finalized is deleted after 24 hours, a catalogue after 7 days.',
    // The answer holds a signed address, and an upload that is begun twice ends by itself.
    idempotency: 'none',
    request: { body: newUploadSchema },
    responses: {
      201: { description: 'The upload, and where its bytes go.', schema: newUploadReplySchema },
    },
    errors: [
      'not_found',
      'file_empty',
      'file_type_refused',
      'file_too_large',
      'storage_unavailable',
    ],
  },
  getUpload: {
    ...writing,
    method: 'get',
    path: '/admin/media/uploads/:uploadId',
    summary: 'Get an upload',
    description: 'Of the caller’s own.',
    request: { params: uploadParamsSchema },
    responses: { 200: { description: 'The upload.', schema: uploadSchema } },
    errors: ['not_found'],
  },
  finalizeUpload: {
    ...writing,
    method: 'post',
    path: '/admin/media/uploads/:uploadId/finalize',
    summary: 'Finalize an upload',
    description:
      'Makes a file of what was brought. Its first bytes decide what it is. A picture (JPEG, PNG, WebP, AVIF, GIF; at most 50 megapixels) is written again: upright, in sRGB, without what its camera has noted. The same bytes for the same readers are one file. Finalizing again gives the same answer.',
    // The upload remembers its outcome.
    idempotency: 'none',
    request: { params: uploadParamsSchema },
    responses: { 200: known, 201: theFile },
    errors: [...refusals, 'upload_missing', 'upload_expired', 'payload_too_large'],
  },
  uploadFile: {
    ...writing,
    method: 'post',
    path: '/admin/media/files',
    summary: 'Upload a file',
    description:
      'In one request, as a form with the field `file`: for files of up to 100 MiB that may pass the API. What is taken is that of “Finalize an upload”. Sending it again is safe: the same bytes for the same readers are one file.',
    // Nothing of a file is kept for a retry, which finds it by its bytes.
    idempotency: 'none',
    upload: { maxBytes: MAX_DOCUMENT_BYTES, maxPictureBytes: MAX_PICTURE_BYTES },
    request: { body: fileFormSchema },
    responses: { 200: known, 201: theFile },
    errors: [...refusals, 'payload_too_large', 'unsupported_media_type'],
  },
  fetchFile: {
    ...writing,
    method: 'post',
    path: '/admin/media/files/fetch',
    summary: 'Fetch a picture by its address',
    description:
      'Makes a public file of a picture on the web, of at most 20 MiB: an http or https address of the public internet, on the port 80 or 443, within 30 seconds; up to 5 redirects are followed. What is taken is that of “Finalize an upload”. Fetching it again is safe: the same bytes are one file.',
    // Nothing is kept for a retry, which finds the file by its bytes.
    idempotency: 'none',
    request: { body: fetchedFileSchema },
    responses: { 200: known, 201: theFile },
    errors: [...byteRefusals, 'url_refused', 'url_unreachable', 'payload_too_large'],
  },
  listFiles: {
    ...reading,
    method: 'get',
    path: '/admin/media/files',
    summary: 'List files',
    description: 'Newest first.',
    request: { query: fileListQuerySchema },
    responses: {
      200: { description: 'A page of files.', schema: z.array(fileSchema), meta: pageMetaSchema },
    },
    errors: ['invalid_cursor'],
  },
  getFile: {
    ...reading,
    method: 'get',
    path: '/admin/media/files/:fileId',
    summary: 'Get a file',
    request: { params },
    responses: { 200: theFile },
    errors: ['not_found'],
  },
  getFileDownload: {
    ...reading,
    method: 'get',
    path: '/admin/media/files/:fileId/download',
    summary: 'Get an address to fetch a file',
    description:
      'Signed, for the bytes of any file: public, of staff or of a customer. For a customer’s file an entry in the audit log says who asked for it.',
    request: { params },
    responses: { 200: whereToFetch },
    errors: ['not_found', 'storage_unavailable'],
  },
  updateFile: {
    ...writing,
    method: 'patch',
    path: '/admin/media/files/:fileId',
    summary: 'Change what is said of a file',
    description:
      'Absent members keep their values; of `altTexts`, absent locales do. With `If-Match`, the change is refused (412) if the file has changed since. Its content never changes: another content is another file.',
    request: { params, headers: ifMatchSchema, body: filePatchSchema },
    responses: { 200: theFile },
    errors: ['not_found', 'state_conflict', 'precondition_failed', 'alt_text_limit_exceeded'],
  },
  deleteFile: {
    ...writing,
    method: 'delete',
    path: '/admin/media/files/:fileId',
    summary: 'Delete a file',
    description: 'Refused while anything refers to it; `usedBy` names what does.',
    request: { params, headers: ifMatchSchema },
    responses: { 200: { description: 'The file as it was.', schema: fileSchema } },
    errors: ['not_found', 'precondition_failed', 'file_in_use'],
  },
  listOwnFiles: {
    ...own,
    method: 'get',
    path: '/me/files',
    summary: 'List my files',
    description: 'What the shop keeps for the customer, newest first.',
    request: { query: ownFileListQuerySchema },
    responses: {
      200: {
        description: 'A page of files.',
        schema: z.array(ownFileSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  getOwnFileDownload: {
    ...own,
    method: 'get',
    path: '/me/files/:fileId/download',
    summary: 'Get an address to fetch a file of mine',
    description:
      'Signed, for the bytes of the file. A file of someone else, and one that is deleted, are the same 404.',
    request: { params },
    responses: { 200: whereToFetch },
    errors: ['not_found', 'storage_unavailable'],
  },
});
