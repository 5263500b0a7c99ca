import { unwrap, type Api } from '../api.ts';
import { backoff, sleep } from '../backoff.ts';
import { initOf, type CallOptions } from '../callOptions.ts';
import { CartwrightConnectionError } from '../connectionError.ts';
import type { components, operations } from '../generated/schema.ts';

export type Upload = components['schemas']['Upload'];
export type StoredFile = components['schemas']['File'];
export type FileDownload = components['schemas']['FileDownload'];
type NewUpload = components['schemas']['NewUpload'];
type UploadInput = operations['createUpload']['requestBody']['content']['application/json'];

/** What is said of an upload; name, type and length are the file's where they are left out. */
type UploadOptions = CallOptions & Partial<Omit<UploadInput, 'bytes'>>;

type FetchInput = operations['fetchFile']['requestBody']['content']['application/json'];

/** How often the bytes are sent, when the storage does not answer or is overloaded. */
const TRIES = 3;
const BACKOFF_MS = 500;

/** Files of the shop, for staff: an API key with `media:write`, or `media:read` for `download`. */
export function createUploads(api: Api) {
  return {
    /**
     * Uploads a file: its bytes go to the storage itself, which may be a bucket of S3, and the shop checks
     * them then. The same bytes again are the same file.
     * @throws {CartwrightProblem} file_type_refused, file_too_large and others
     * @throws {CartwrightConnectionError} when the storage did not take the bytes
     */
    async put(file: Blob, options: UploadOptions = {}): Promise<StoredFile> {
      const { id: uploadId } = await bring(api, file, options);
      const path = { uploadId };
      const call = api.POST('/api/v1/admin/media/uploads/{uploadId}/finalize', {
        params: { path },
        ...initOf(options),
      });
      return (await unwrap(call)).data;
    },

    /**
     * Has the shop fetch a picture from the public internet. The same bytes again are the same file.
     * @throws {CartwrightProblem} url_refused, url_unreachable, file_type_refused and others
     */
    async fetch(
      url: string,
      { signal, headers, ...said }: CallOptions & Omit<FetchInput, 'url'> = {},
    ): Promise<StoredFile> {
      const init = initOf({ signal, ...(headers && { headers }) });
      const call = api.POST('/api/v1/admin/media/files/fetch', { body: { ...said, url }, ...init });
      return (await unwrap(call)).data;
    },

    /**
     * Where to fetch a file, private or public: anyone who has the address may do so for 5 minutes.
     * @throws {CartwrightProblem} not_found
     */
    async download(fileId: string, options: CallOptions = {}): Promise<FileDownload> {
      const init = { params: { path: { fileId } }, ...initOf(options) };
      return (await unwrap(api.GET('/api/v1/admin/media/files/{fileId}/download', init))).data;
    },
  };
}

/** Begins an upload, and sends its bytes to the address that the shop has signed. */
export async function bring(
  api: Api,
  file: Blob,
  { signal, headers, ...said }: UploadOptions,
): Promise<Upload> {
  const name = 'name' in file && typeof file.name === 'string' ? file.name : 'file';
  const contentType = file.type.split(';')[0] || 'application/octet-stream';
  const body = { name, contentType, ...said, bytes: file.size };
  const init = initOf({ signal, ...(headers && { headers }) });
  const { put, ...upload } = (
    await unwrap(api.POST('/api/v1/admin/media/uploads', { body, ...init }))
  ).data;
  await send(put, file, signal ?? new AbortController().signal);
  return upload;
}

/** Without the headers of the client: the address is a storage’s, and holds all that it needs to know. */
async function send(
  { method, url, headers }: NewUpload['put'],
  file: Blob,
  signal: AbortSignal,
): Promise<void> {
  for (let repeat = 0; ; repeat++) {
    const outcome = await fetch(url, { method, headers, body: file, signal }).catch(
      (cause: unknown) => {
        signal.throwIfAborted();
        return new CartwrightConnectionError('The storage did not answer', { cause });
      },
    );
    if (outcome instanceof Response && outcome.ok) return;
    const isFinal = outcome instanceof Response && outcome.status < 500 && outcome.status !== 429;
    if (isFinal || repeat + 1 === TRIES) {
      if (!(outcome instanceof Response)) throw outcome;
      throw new CartwrightConnectionError(`The storage refused the bytes: ${outcome.status}`);
    }
    await sleep(backoff(repeat, BACKOFF_MS), signal);
  }
}
