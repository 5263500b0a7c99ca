/** Bytes from outside, on this machine's disk until they are looked at. */
export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** Deletes them, and what was made of them beside. */
  discard(): Promise<void>;
}

/** The file of a form. The router discards it when the handler is done. */
export interface UploadedFile {
  readonly received: ReceivedFile;
  /** As the client calls it. */
  readonly name: string;
  /** As the client calls its type; null where it says that it does not know. */
  readonly declaredType: string | null;
}
