import { PassThrough } from 'node:stream';
import { PRIVATE_FILES } from '../../utils/storageKeys.ts';
import type { ImportsDeps } from './deps.ts';

/** A line of an import's report: a row that was rejected, or what was done otherwise than it says. */
export interface ReportRow {
  readonly kind: 'rejected' | 'note';
  /** On which the row begins. */
  readonly line: number;
  readonly handle: string | null;
  readonly column: string | null;
  readonly reason: string;
}

const BUFFERED_BYTES = 1024 * 1024;
/** So much is written at a time, since each write is a system call. */
const CHUNK_CHARS = 65_536;
/** A cell may hold a megabyte. */
const MAX_CHARS = 500;

export type RowReport = ReturnType<typeof createRowReport>;

/** Where the reports of an import are. */
export const reportsOf = (importId: string) => `${PRIVATE_FILES}imports/${importId}/`;

/**
 * Stores the rows of a report while they come, so that their number is no matter of memory.
 * @param onFailure is called when they cannot be stored; `store` then throws why.
 */
export function createRowReport(
  storage: Pick<ImportsDeps['storage'], 'put'>,
  key: string,
  onFailure: () => void,
) {
  let begun: { lines: PassThrough; stored: Promise<unknown> } | undefined;
  let chunk = '';
  let wake = () => {};
  const begin = () => {
    const lines = new PassThrough({ highWaterMark: BUFFERED_BYTES });
    for (const event of ['drain', 'close', 'error'] as const) lines.on(event, () => wake());
    const stored = storage.put(key, lines, 'application/x-ndjson');
    stored.catch(() => {
      onFailure();
      wake();
    });
    begun = { lines, stored };
    return begun;
  };

  return {
    add({ line, kind, handle, column, reason }: ReportRow): void {
      const { lines } = begun ?? begin();
      const row = {
        line,
        kind,
        handle: short(handle),
        column: short(column),
        reason: short(reason),
      };
      chunk += `${JSON.stringify(row)}\n`;
      if (chunk.length < CHUNK_CHARS) return;
      if (!lines.destroyed) lines.write(chunk);
      chunk = '';
    },

    /** Settles when the storage has taken most of what came. */
    async hasRoom(): Promise<void> {
      if (!begun || begun.lines.destroyed || !begun.lines.writableNeedDrain) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      await promise;
    },

    /** Ends the report. @returns its key; null where it has no row. @throws what the storage throws. */
    async store(): Promise<string | null> {
      if (!begun) return null;
      begun.lines.end(chunk);
      await begun.stored;
      return key;
    },

    /** Leaves nothing of the report. */
    async discard(): Promise<void> {
      if (!begun) return;
      begun.lines.destroy(new Error('The report is not wanted any longer'));
      await begun.stored.catch(() => undefined);
    },
  };
}

function short<Text extends string | null>(text: Text): Text {
  return (text && text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text) as Text;
}
