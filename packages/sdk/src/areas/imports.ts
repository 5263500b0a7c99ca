import { unwrap, type Api } from '../api.ts';
import { sleep } from '../backoff.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import { CartwrightConnectionError } from '../connectionError.ts';
import type { components, operations } from '../generated/schema.ts';
import { readEvents } from '../readEvents.ts';
import { bring } from './uploads.ts';

export type Import = components['schemas']['Import'];
export type ImportReportRow = components['schemas']['ImportReportRow'];
type ImportInput = operations['createImport']['requestBody']['content']['application/json'];

export interface RunOptions extends CallOptions, Omit<ImportInput, 'uploadId'> {
  /** Of the file, as the record shows it. */
  name?: string;
  /** Called with the import whenever it changes: about every second. */
  onProgress?: (state: Import) => void;
}

/** How long to wait before connecting again, when the shop closes the stream or does not answer. */
const AGAIN_MS = 1000;
/** So many connections in a row may fail. */
const MAX_FAILURES = 10;

/** Imports of catalogues, for staff: an API key with `media:write`, `imports:read` and `imports:write`. */
export function createImports(api: Api) {
  const at = (importId: string, options: CallOptions) => ({
    params: { path: { importId } },
    ...initOf(options),
  });

  /** Each state of an import, from the one that it has now to the one in which it ends. */
  async function* watch(importId: string, options: CallOptions = {}): AsyncGenerator<Import> {
    const signal = options.signal ?? new AbortController().signal;
    for (let failures = 0; ;) {
      try {
        const call = api.GET('/api/v1/admin/imports/{importId}/events', {
          ...at(importId, options),
          parseAs: 'stream',
        });
        for await (const { name, data } of readEvents(await unwrap(call))) {
          failures = 0;
          yield data as Import;
          if (name === 'end') return;
        }
      } catch (error) {
        signal.throwIfAborted();
        // A problem is final; a connection that broke, in the middle of the stream, too, is not.
        const isBroken = error instanceof CartwrightConnectionError || error instanceof TypeError;
        if (!isBroken || ++failures === MAX_FAILURES) throw error;
      }
      // The shop ends a stream after some minutes, and when its process is replaced.
      await sleep(AGAIN_MS, signal);
    }
  }

  return {
    watch,

    /**
     * Imports Shopify’s product CSV: uploads it, has the shop import it, and waits for the end.
     * @returns the import as it ended: see `state`, `rejected` and `problem`
     * @throws {CartwrightProblem} for a file that is refused at once, such as import_file_invalid
     */
    async run(file: Blob, options: RunOptions = {}): Promise<Import> {
      const { onProgress, name, signal, headers, ...input } = options;
      const call = { signal, ...(headers && { headers }) };
      const told = { purpose: 'import', contentType: 'text/csv', ...(name && { name }) } as const;
      const upload = await bring(api, file, { ...call, ...told });
      const body = { uploadId: upload.id, ...input };
      const init = { body, ...initOf(call) };
      let last = (await unwrap(api.POST('/api/v1/admin/imports', init))).data;
      for await (const state of watch(last.id, call)) {
        last = state;
        onProgress?.(state);
      }
      return last;
    },

    async get(importId: string, options: CallOptions = {}): Promise<Import> {
      return (await unwrap(api.GET('/api/v1/admin/imports/{importId}', at(importId, options))))
        .data;
    },

    /** What it has written stays. @throws {CartwrightProblem} state_conflict when it has ended */
    async cancel(importId: string, options: PostOptions = {}): Promise<Import> {
      const call = api.POST('/api/v1/admin/imports/{importId}/cancel', at(importId, options));
      return (await unwrap(call)).data;
    },

    /** All rejected rows and notes of an import that has ended. */
    async report(importId: string, options: CallOptions = {}): Promise<ImportReportRow[]> {
      const call = api.GET('/api/v1/admin/imports/{importId}/report', {
        ...at(importId, options),
        parseAs: 'text',
      });
      const lines = (await unwrap(call)).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as ImportReportRow);
    },
  };
}
