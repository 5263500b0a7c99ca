import path from 'node:path';
import { MAX_PICTURE_BYTES } from '../../domains/media.limits.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { RemoteFileError, type RemoteFile } from '../../ports/remoteFiles.ts';
import type { MediaDeps } from './deps.ts';
import { storeStream } from './storeFile.ts';

/** A picture of the web that is to be a file of the shop. */
interface FetchInput {
  readonly url: string;
  readonly alt: string;
  /** Whether it stays although nothing refers to it. */
  readonly keep: boolean;
}

/**
 * Fetches a picture of the web and makes a public file of it. The same bytes are the file that is there.
 * @throws {AppError} url_refused where the shop does not ask; url_unreachable where it gets no whole
 *   file, which another attempt may; file_too_large; and what `storeFile` throws.
 */
export async function fetchFile(
  deps: MediaDeps,
  ctx: Context,
  { url, alt, keep }: FetchInput,
): ReturnType<typeof storeStream> {
  let remote: RemoteFile | undefined;
  try {
    remote = await (await deps.remoteFiles()).open(url);
    return await storeStream(deps, ctx, {
      body: remote.stream,
      // The adapter takes less.
      maxBytes: MAX_PICTURE_BYTES,
      name: nameIn(remote.url),
      declaredType: null,
      visibility: 'public',
      customerId: null,
      alt,
      keep,
      sourceUrl: url,
    });
  } catch (error) {
    throw error instanceof RemoteFileError ? refusalOf(error) : error;
  } finally {
    remote?.stream.destroy();
  }
}

const codes = {
  refused: 'url_refused',
  tooLarge: 'file_too_large',
  unavailable: 'url_unreachable',
} as const;

function refusalOf({ problem, message, cause }: RemoteFileError): AppError {
  return new AppError(codes[problem], `${message}.`, { cause });
}

/** What a file is called at its address. */
function nameIn(url: string): string {
  const name = path.posix.basename(new URL(url).pathname);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
