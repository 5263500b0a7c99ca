import type { ReceivedFile } from '../kernel/receivedFile.ts';
import { withDeps } from '../utils/withDeps.ts';
import { adoptImage } from './media/adoptImage.ts';
import { changeFile, deleteFile } from './media/changeFile.ts';
import { deriveFile } from './media/deriveFile.ts';
import type { MediaDeps } from './media/deps.ts';
import { downloadFile, downloadOwnFile } from './media/downloadFile.ts';
import { fetchFile } from './media/fetchFile.ts';
import { fetchImage, queueLinkedPictures } from './media/fetchImage.ts';
import { getFile, listFiles } from './media/files.ts';
import { finalizeUpload } from './media/finalizeUpload.ts';
import { listOwnFiles } from './media/ownFiles.ts';
import { purgeMedia, sweepMedia } from './media/purgeMedia.ts';
import { receiveFile } from './media/receiveFile.ts';
import { requireCustomer, storeFile, storeStream } from './media/storeFile.ts';
import { createUpload, getArrivedUpload, getUpload } from './media/uploads.ts';

export type { FileDownload } from './media/downloadFile.ts';
export type { MediaFile } from './media/files.ts';
export type { OwnFile } from './media/ownFiles.ts';
export type { Upload } from './media/uploads.ts';
export type MediaService = ReturnType<typeof createMediaService>;

/** The shop's pictures and documents, and the uploads that bring them. */
export function createMediaService(deps: MediaDeps) {
  return {
    get: getFile,
    getUpload,
    requireCustomer,

    /** Bytes from outside on this machine's disk; see receiveFile. The caller discards them. */
    receive: (input: Parameters<typeof receiveFile>[1]): Promise<ReceivedFile> =>
      receiveFile(deps, input),

    ...withDeps(deps, {
      adoptImage,
      deriveFile,
      list: listFiles,
      download: downloadFile,
      listOwn: listOwnFiles,
      downloadOwn: downloadOwnFile,
      change: changeFile,
      remove: deleteFile,
      store: storeFile,
      storeStream,
      fetch: fetchFile,
      fetchImage,
      queueLinkedPictures,
      createUpload,
      getArrivedUpload,
      finalize: finalizeUpload,
      purge: purgeMedia,
      sweep: sweepMedia,
    }),
  };
}
