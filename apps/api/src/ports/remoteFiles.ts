import type { Readable } from 'node:stream';

/** A file of another server, opened for reading. */
export interface RemoteFile {
  /** Must be read or destroyed; fails with a {@link RemoteFileError}, too. */
  readonly stream: Readable;
  /** Where it came from in the end, after redirects. */
  readonly url: string;
}

/** Files of other servers, by addresses that callers name. */
export interface RemoteFiles {
  /** @throws {RemoteFileError} */
  open(url: string): Promise<RemoteFile>;
}

/** refused: we do not ask there; tooLarge: more than we take; unavailable: another attempt may succeed. */
type RemoteFileProblem = 'refused' | 'tooLarge' | 'unavailable';

/** Why a remote file cannot be had. Its message may be shown, and does not say what is at the address. */
export class RemoteFileError extends Error {
  override readonly name = 'RemoteFileError';
  readonly problem: RemoteFileProblem;

  constructor(problem: RemoteFileProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
