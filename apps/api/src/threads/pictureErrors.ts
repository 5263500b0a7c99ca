/** What says nothing of a picture: the same may succeed later. */
export type Hindrance = 'busy' | 'storage_unavailable';

/** Whether an error of the image library is about time, memory or the disk, and not about the picture. */
export function hindranceIn(error: unknown): Hindrance | undefined {
  const text = String(error);
  if (/timeout:|out of memory|unable to allocate|cannot allocate|allocation failed/i.test(text)) {
    return 'busy';
  }
  const isDisk = /system error: (?:no space|disk quota|read-only|input\/output|too many open)/i;
  return isDisk.test(text) ? 'storage_unavailable' : undefined;
}

/**
 * Whether the image library has said of a file that it cannot be read as a picture. A file that is
 * gone, and any error that is not the library's own, is none of the content's.
 */
export function isAboutContent(error: unknown): error is Error {
  // The library throws plain errors; those of the system have a code, those of JavaScript a name.
  if (!(error instanceof Error) || error.name !== 'Error' || 'code' in error) return false;
  return hindranceIn(error) === undefined && !error.message.startsWith('Input file is missing');
}
