import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { Config } from '../../config/index.ts';

export type S3Config = NonNullable<Config['storage']['s3']>;

/** How long a server may take, in milliseconds. */
export interface S3Times {
  readonly connectMs: number;
  /** Without a byte in either direction, while one is waited for. */
  readonly idleMs: number;
}

export const TIMES: S3Times = { connectMs: 3000, idleMs: 15_000 };
/** The first try is one of them; the SDK waits in between, longer each time. */
const ATTEMPTS = 3;
const MAX_SOCKETS = 100;

/** @param endpoint where it is not that of the configuration. */
export function openClient(config: S3Config, times: S3Times, endpoint = config.endpoint): S3Client {
  const { region, forcePathStyle, credentials } = config;
  const options: S3ClientConfig = {
    forcePathStyle,
    maxAttempts: ATTEMPTS,
    // What is sent is signed by its SHA-256. Newer checksums, as trailers, are not known to every server.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: times.connectMs,
      socketTimeout: times.idleMs,
      httpAgent: { maxSockets: MAX_SOCKETS, keepAlive: true },
      httpsAgent: { maxSockets: MAX_SOCKETS, keepAlive: true },
    },
  };
  return new S3Client({
    ...options,
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials: { ...credentials } }),
  });
}
