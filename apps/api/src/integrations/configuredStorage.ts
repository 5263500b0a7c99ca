import path from 'node:path';
import type { Config } from '../config/index.ts';
import { createLazyStorage } from './lazyStorage.ts';
import { createLocalStorage } from './localStorage.ts';
import type { FileStore } from '../ports/fileStore.ts';
import { SIGNED_DOWNLOADS, SIGNED_UPLOADS } from '../routes/base.ts';

/** Where files are kept: the configured bucket, or else a folder of this machine. */
export function openStorage(config: Config): FileStore {
  const { s3 } = config.storage;
  return s3 === undefined ? openFolder(config) : openBucket(config, s3);
}

/** The folder of files, whether the shop uses it or not. */
export function openFolder({ auth, dataDir, http }: Config): FileStore {
  return createLocalStorage({
    folder: path.join(dataDir, 'files'),
    signing: {
      secret: auth.jwtSecret,
      uploads: `${http.publicUrl}${SIGNED_UPLOADS}`,
      downloads: `${http.publicUrl}${SIGNED_DOWNLOADS}`,
    },
  });
}

/** A bucket, opened with its first use. */
export function openBucket(
  { dataDir }: Pick<Config, 'dataDir'>,
  config: NonNullable<Config['storage']['s3']>,
): FileStore {
  return createLazyStorage(async () => {
    const { createS3Storage } = await import('./s3.ts');
    return createS3Storage({ config, folder: path.join(dataDir, 'spool') });
  });
}
