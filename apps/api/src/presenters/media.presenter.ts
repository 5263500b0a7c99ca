import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Shown } from '../kernel/route.ts';
import type { FileDownload, MediaFile, OwnFile, Upload } from '../services/media.service.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
import type {
  fileDownloadSchema,
  fileSchema,
  ownFileSchema,
  uploadSchema,
} from '../validators/media.validator.ts';

/** A file. @param mediaUrl where public ones are found. */
export function presentFile(
  {
    storageKey,
    derivatives,
    focalX,
    focalY,
    version: _version,
    createdBy: _createdBy,
    createdAt,
    updatedAt,
    ...file
  }: MediaFile,
  mediaUrl: string,
): Shown<typeof fileSchema> {
  return {
    ...file,
    url: file.visibility === 'public' ? `${mediaUrl}/${storageKey}` : null,
    focalPoint: file.kind === 'picture' ? { x: focalX, y: focalY } : null,
    derivatives: derivatives.map(({ key, ...derivative }) => ({
      ...derivative,
      url: `${mediaUrl}/${key}`,
    })),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** A file, for the customer whose it is. */
export function presentOwnFile({ createdAt, ...file }: OwnFile): Shown<typeof ownFileSchema> {
  return { ...file, createdAt: createdAt.toISOString() };
}

/** Where to fetch a file. */
export function presentFileDownload({
  url,
  expiresAt,
}: FileDownload): Shown<typeof fileDownloadSchema> {
  return { url, expiresAt: expiresAt.toISOString() };
}

/** An upload. */
export function presentUpload({
  storageKey: _storageKey,
  createdBy: _createdBy,
  createdAt,
  finishedAt,
  expiresAt,
  ...upload
}: Upload): Shown<typeof uploadSchema> {
  return {
    ...upload,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}

/** The entity tag of what staff write of a file; its smaller versions come by a job. */
export function fileEtag({ id, version }: MediaFile): string {
  return etagOf(`${id}.${version}`);
}

/** Whether a file is as `If-Match` names it; undefined where any will do. */
export function isFileOf(ifMatch: string | undefined): ((file: MediaFile) => boolean) | undefined {
  return ifMatch === undefined ? undefined : (file) => matchesEtag(ifMatch, fileEtag(file));
}

/** What a refusal shows of the file as it is now: its tag. */
export function presentOutdatedFile({ current }: OutdatedError<MediaFile>): AppErrorOptions {
  return { headers: { ETag: fileEtag(current) } };
}
