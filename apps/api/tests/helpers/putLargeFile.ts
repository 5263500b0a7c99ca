import process from 'node:process';
import { Readable } from 'node:stream';
import { createS3Storage } from '../../src/integrations/s3.ts';

// Stores a file of five parts, in a separate process that a test kills meanwhile.
const options = JSON.parse(process.argv[2] ?? '') as Parameters<typeof createS3Storage>[0];
const body = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(1024 * 1024, 1)));
await createS3Storage(options).put('private/killed.zip', body, 'application/zip');
