import type { FileVisibility } from '../../domains/media.enums.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ReceivedFile } from '../../kernel/receivedFile.ts';
import type { InspectTaskOutput } from '../../threads/inspectFile.task.ts';
import type { MediaDeps } from './deps.ts';
import { cleanPathOf } from './receiveFile.ts';

/** What was found out about a file that is taken. */
export type Inspected = Extract<InspectTaskOutput, { ok: true }>;

/** What is said of a file that decides whether it is taken. */
interface Declared {
  /** As the client calls its type; null where it does not. */
  readonly declaredType: string | null;
  readonly visibility: FileVisibility;
}

/**
 * Looks at received bytes in a thread, which writes a picture again without its metadata.
 * @throws {AppError} for what is not taken.
 */
export async function inspect(
  { worker }: MediaDeps,
  { path }: ReceivedFile,
  { declaredType, visibility }: Declared,
): Promise<Inspected> {
  const cleanPath = cleanPathOf(path);
  const result = await worker.run('inspectFile', { path, cleanPath, declaredType });
  if (!result.ok) {
    const { code, message } = result;
    if (!('reason' in result)) throw new AppError(code, message);
    throw new AppError(code, message, { retryAfterSeconds: 10, cause: new Error(result.reason) });
  }
  if (result.kind === 'document' && visibility === 'public') {
    throw new AppError(
      'file_type_refused',
      `Only pictures are public, and this is ${result.contentType}. Send it with the visibility staff or customer.`,
    );
  }
  return result;
}
