import type { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { create as dispositionOf } from 'content-disposition';
import pLimit from 'p-limit';
import type { ByteRange, FileStore } from '../ports/fileStore.ts';
import { asDiskError } from '../ports/fileStoreErrors.ts';
import { contentTypeOf } from '../utils/storageKeys.ts';
import { checkBucket } from './s3/checkBucket.ts';
import { openClient, TIMES, type S3Config, type S3Times } from './s3/client.ts';
import { asStorageError, isMissing, isOutside } from './s3/errors.ts';
import { abortUploads, listObjects } from './s3/list.ts';
import { objectBody } from './s3/objectBody.ts';
import { spool } from './s3/spool.ts';

interface S3StorageOptions {
  readonly config: S3Config;
  /** On this machine, for what is being received. Created when it is first needed. */
  readonly folder: string;
  readonly times?: S3Times;
}

/** What is at least as long is sent in parts. */
const PART_BYTES = 8 * 1024 * 1024;
/** Parts of one file that are sent at a time, and files that are. Together they bound the memory. */
const PARTS = 2;
const FILES = 4;

/** Files in a bucket of S3. This file loads the SDK. */
export function createS3Storage({ config, folder, times = TIMES }: S3StorageOptions): FileStore {
  const { bucket: Bucket } = config;
  const client = openClient(config, times);
  const publicClient = openClient(config, times, config.publicEndpoint);
  const { idleMs } = times;
  const limit = pLimit(FILES);

  /** Does one thing at the bucket. @throws {StorageUnavailableError} */
  async function at<T>(doing: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw asStorageError(error, doing);
    }
  }

  /** The same; null where there is no such file. */
  async function ofFile<T>(doing: string, call: () => Promise<T>): Promise<T | null> {
    return at(doing, () =>
      call().catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      }),
    );
  }

  async function send(Key: string, Body: Readable | Uint8Array, ContentType: string) {
    const params = { Bucket, Key, Body, ContentType };
    // It ends what it began when a part fails.
    const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS });
    await at(`writing ${Key}`, () => upload.done());
  }

  return {
    async put(key, body, contentType) {
      if (body instanceof Uint8Array && body.byteLength < PART_BYTES) {
        const params = { Bucket, Key: key, Body: body, ContentType: contentType };
        await at(`writing ${key}`, () => client.send(new PutObjectCommand(params)));
        return { bytes: body.byteLength };
      }
      if (body instanceof Uint8Array) {
        await limit(() => send(key, body, contentType));
        return { bytes: body.byteLength };
      }
      const spooled = await spool(body, folder).catch((error: unknown) => {
        throw asDiskError(error);
      });
      try {
        const content = () => (spooled.bytes === 0 ? new Uint8Array() : spooled.read());
        await limit(() => send(key, content(), contentType));
        return { bytes: spooled.bytes };
      } finally {
        await spooled.close();
      }
    },

    async get(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const command = new GetObjectCommand({ Bucket, Key: key, ...(Range && { Range }) });
      const found = await client.send(command).catch((error: unknown) => {
        if (isMissing(error)) return null;
        if (range && isOutside(error)) throw new RangeError(`${key} has no such range`);
        throw asStorageError(error, `reading ${key}`);
      });
      if (!found) return null;
      const { Body, ContentLength = 0, ContentRange, ContentType, LastModified } = found;
      return {
        stream: objectBody(Body as Readable, { doing: `reading ${key}`, idleMs }),
        size: range ? lengthIn(ContentRange, range, ContentLength) : ContentLength,
        contentType: ContentType ?? contentTypeOf(key),
        modifiedAt: LastModified ?? new Date(0),
      };
    },

    async head(key) {
      const found = await ofFile(`looking at ${key}`, () =>
        client.send(new HeadObjectCommand({ Bucket, Key: key })),
      );
      if (!found) return null;
      return {
        bytes: found.ContentLength ?? 0,
        contentType: found.ContentType ?? contentTypeOf(key),
        modifiedAt: found.LastModified ?? new Date(0),
      };
    },

    async remove(key) {
      await ofFile(`deleting ${key}`, () =>
        client.send(new DeleteObjectCommand({ Bucket, Key: key })),
      );
    },

    async move(from, to, contentType = contentTypeOf(to)) {
      const CopySource = `${Bucket}/${from}`;
      const copied = await ofFile(`copying ${from}`, () =>
        client.send(
          new CopyObjectCommand({
            Bucket,
            Key: to,
            CopySource,
            ContentType: contentType,
            MetadataDirective: 'REPLACE',
          }),
        ),
      );
      if (!copied) return false;
      await ofFile(`deleting ${from}`, () =>
        client.send(new DeleteObjectCommand({ Bucket, Key: from })),
      );
      return true;
    },

    list: (prefix) => listObjects(client, Bucket, prefix),

    async presignPut(key, { contentType, bytes, expiresSeconds }) {
      const params = { Bucket, Key: key, ContentType: contentType, ContentLength: bytes };
      // Both are part of the signature, so that nothing else can be brought.
      const signableHeaders = new Set(['content-type', 'content-length']);
      const url = await at(`signing ${key}`, () =>
        getSignedUrl(publicClient, new PutObjectCommand(params), {
          expiresIn: expiresSeconds,
          signableHeaders,
        }),
      );
      return { method: 'PUT', url, headers: { 'Content-Type': contentType } };
    },

    presignGet: (key, { expiresSeconds, downloadName, contentType }) =>
      at(`signing ${key}`, () =>
        getSignedUrl(
          publicClient,
          new GetObjectCommand({
            Bucket,
            Key: key,
            ...(contentType !== undefined && { ResponseContentType: contentType }),
            ...(downloadName !== undefined && {
              ResponseContentDisposition: dispositionOf(downloadName),
            }),
          }),
          { expiresIn: expiresSeconds },
        ),
      ),

    removeUnfinished: (before) =>
      at('ending interrupted uploads', () => abortUploads(client, Bucket, before)),

    check: () => at('checking the bucket', () => checkBucket(client, Bucket)),
  };
}

/** The length of the whole file, from `bytes 2-4/10`. */
function lengthIn(contentRange = '', { start }: ByteRange, rest: number): number {
  const length = /\/(\d+)$/.exec(contentRange)?.[1];
  return length === undefined ? start + rest : Number(length);
}
