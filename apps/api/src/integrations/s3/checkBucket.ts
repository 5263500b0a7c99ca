import { randomUUID } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Does once what the shop will do, under a key which no one reads: a missing right shows at the start. */
export async function checkBucket(client: S3Client, Bucket: string): Promise<void> {
  await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'private/checks/', MaxKeys: 1 }));
  const Key = `private/checks/${randomUUID()}`;
  await client.send(new PutObjectCommand({ Bucket, Key, Body: new Uint8Array() }));
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    await Body?.transformToByteArray();
  } finally {
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
  }
}
