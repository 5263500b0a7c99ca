import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ListedFile } from '../../ports/fileStore.ts';
import { isImmutableKey, PRIVATE_FILES } from '../../utils/storageKeys.ts';
import { asStorageError } from './errors.ts';

/** The files of a bucket whose keys begin with the prefix, by key, a page at a time. */
export async function* listObjects(
  client: S3Client,
  Bucket: string,
  Prefix: string,
): AsyncGenerator<ListedFile> {
  for (let token: string | undefined; ;) {
    const command = new ListObjectsV2Command({
      Bucket,
      Prefix,
      ...(token !== undefined && { ContinuationToken: token }),
    });
    const { Contents = [], NextContinuationToken } = await client
      .send(command)
      .catch((error: unknown) => {
        throw asStorageError(error, `listing ${Prefix}`);
      });
    for (const { Key, Size = 0, LastModified = new Date(0) } of Contents) {
      if (Key !== undefined) yield { key: Key, bytes: Size, modifiedAt: LastModified };
    }
    if (NextContinuationToken === undefined) return;
    token = NextContinuationToken;
  }
}

/**
 * Whether the shop would have put it there: others may use the bucket. Not by the prefix of the request,
 * which some servers take for the whole key.
 */
const isOurs = (key = '') =>
  key.startsWith('media/') || key.startsWith(PRIVATE_FILES) || isImmutableKey(key);

/** Ends uploads in parts of the shop that began before then: their parts cost, and no list shows them. @returns how many. */
export async function abortUploads(
  client: S3Client,
  Bucket: string,
  before: Date,
): Promise<number> {
  let count = 0;
  for (let KeyMarker: string | undefined, UploadIdMarker: string | undefined; ;) {
    const page = await client.send(
      new ListMultipartUploadsCommand({
        Bucket,
        ...(KeyMarker !== undefined && { KeyMarker }),
        ...(UploadIdMarker !== undefined && { UploadIdMarker }),
      }),
    );
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (!isOurs(Key) || (Initiated && Initiated >= before)) continue;
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
      count += 1;
    }
    if (!page.IsTruncated || page.NextKeyMarker === undefined) return count;
    ({ NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page);
  }
}
