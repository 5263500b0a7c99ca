/** Lower case only, since some file systems see no difference. No part begins with a dot: no way up, nothing hidden. */
const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;
const CONTENT_KEY = /^([0-9a-f]{2})\/\1[0-9a-f]{62}\.[a-z0-9]+$/;
/** Of a public file and its derivatives: another content has another file's id, or another hash. */
const FILE_KEY = /^media\/[a-z0-9]{2}\/file_[a-z0-9]+\/[a-z0-9.-]+$/;
const MAX_KEY_LENGTH = 255;

/** Where keys begin whose files are not pictures of the shop: they are never served by their key. */
export const PRIVATE_FILES = 'private/';

/** Where the signed address of an upload puts its bytes. Anyone who has it may replace them until it expires. */
export const uploadKeyOf = (uploadId: string) => `${PRIVATE_FILES}uploads/${uploadId}`;

/** How the keys begin to which an import moves the bytes of an upload: no signed address names them. */
export const takenUploadsOf = (uploadId: string) => `${uploadKeyOf(uploadId)}-`;

/** The types of files that are kept; everything else is bytes to download. None of them is HTML. */
const extensions: Readonly<Record<string, string>> = {
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/x-ndjson': 'ndjson',
};
const UNKNOWN_TYPE = 'application/octet-stream';

const contentTypes = new Map(Object.entries(extensions).map(([type, name]) => [name, type]));

/** Whether the text can be a key: never one that leads out of the store's folder. */
export function isStorageKey(text: string): boolean {
  return text.length <= MAX_KEY_LENGTH && KEY.test(text);
}

/** Whether what is under the key never changes: it is made of the content's hash, or of a file's id. */
export function isImmutableKey(key: string): boolean {
  return CONTENT_KEY.test(key) || FILE_KEY.test(key);
}

/** The ending for a content type; parameters such as charset are ignored. */
export function extensionOf(contentType: string): string {
  const [type = ''] = contentType.split(';');
  return extensions[type.trim().toLowerCase()] ?? 'bin';
}

/** The content type of a key, by its ending. */
export function contentTypeOf(key: string): string {
  return contentTypes.get(key.slice(key.lastIndexOf('.') + 1)) ?? UNKNOWN_TYPE;
}
