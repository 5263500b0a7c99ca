import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** A file on this machine's disk without a name: it ends with the process, or with `close`. */
interface Spooled {
  readonly bytes: number;
  /** Of a file that is not empty. */
  read(): Readable;
  close(): Promise<void>;
}

/**
 * Writes a stream to the disk, as slowly as it comes. A part of a multipart upload has 5 MiB at least
 * and must be in memory to be sent again, so 200 clients that send at their own pace would need a
 * gigabyte; from the disk a few parts at a time are sent, and none of them waits for a client.
 */
export async function spool(body: Readable, folder: string): Promise<Spooled> {
  let file: FileHandle;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = path.join(folder, randomUUID());
    file = await open(name, 'wx+', 0o600);
    await rm(name);
  } catch (error) {
    body.destroy();
    throw error;
  }
  try {
    await file.writeFile(body);
    const { size } = await file.stat();
    return {
      bytes: size,
      // The end tells the SDK the length.
      read: () => file.createReadStream({ start: 0, end: size - 1, autoClose: false }),
      close: () => file.close(),
    };
  } catch (error) {
    body.destroy();
    await file.close();
    throw error;
  }
}
