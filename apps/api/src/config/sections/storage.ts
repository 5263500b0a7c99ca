import type { Environment } from '../schema.ts';

/** The bucket that files are in; undefined: a folder of this machine. */
export function storageOf(env: Environment) {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint } = env;
  if (bucket === undefined) return { s3: undefined };
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const hasKey = accessKeyId !== undefined && secretAccessKey !== undefined;
  return {
    s3: {
      bucket,
      endpoint,
      /** For browsers. */
      publicEndpoint: env.S3_PUBLIC_ENDPOINT ?? endpoint,
      region: env.S3_REGION ?? (endpoint === undefined ? undefined : 'us-east-1'),
      forcePathStyle: env.S3_FORCE_PATH_STYLE ?? endpoint !== undefined,
      /** Undefined: what the SDK finds by itself. */
      credentials: hasKey ? { accessKeyId, secretAccessKey } : undefined,
    },
  };
}
