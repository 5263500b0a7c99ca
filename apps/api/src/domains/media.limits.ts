const MiB = 1024 * 1024;

/** In bytes. */
export const MAX_PICTURE_BYTES = 50 * MiB;
export const MAX_DOCUMENT_BYTES = 100 * MiB;
/** S3 takes 5 GiB by one request. */
export const MAX_IMPORT_BYTES = 4096 * MiB;

/** Of one frame, before anything is decoded: a small file can say that it is huge. */
export const MAX_PICTURE_PIXELS = 50_000_000;
export const MAX_PICTURE_FRAMES = 500;
/** Of all frames of an animation together. */
export const MAX_ANIMATION_PIXELS = 100_000_000;

/** How long the signed address of a file works, in seconds. */
export const DOWNLOAD_SECONDS = 300;

export const MAX_FILE_NAME_LENGTH = 200;
export const MAX_ALT_LENGTH = 1000;
export const MAX_ALT_TEXTS = 50;

/** The widths, in pixels, that storefronts are offered of a picture. */
export const DERIVATIVE_WIDTHS = [320, 640, 960, 1280, 1920] as const;
/** The sides, in pixels, of the squares around the focal point. */
export const SQUARE_WIDTHS = [320, 640] as const;

export const PICTURE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
] as const;
export const DOCUMENT_TYPES = [
  'application/pdf',
  'application/zip',
  'text/csv',
  'text/plain',
] as const;
