/** The file is not a picture that can be read, and will not become one. */
export class UnreadableImageError extends Error {
  override readonly name = 'UnreadableImageError';
}
