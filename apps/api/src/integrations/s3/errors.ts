import { StorageProblem, StorageUnavailableError } from '../../ports/fileStoreErrors.ts';

/** What an answer of S3, or the SDK, says is wrong: its code, and the status of the answer. */
interface Failure {
  readonly code: string;
  readonly status: number | undefined;
}

function failureOf(error: unknown): Failure {
  const { name, Code, $metadata } = Object(error) as {
    name?: unknown;
    Code?: unknown;
    $metadata?: { httpStatusCode?: number };
  };
  return { code: String(Code ?? name), status: $metadata?.httpStatusCode };
}

/** Whether there is no such file, and not no such bucket. */
export function isMissing(error: unknown): boolean {
  const { code } = failureOf(error);
  return ['NoSuchKey', 'NotFound'].includes(code);
}

/** Whether the file has no byte of the range. */
export function isOutside(error: unknown): boolean {
  const { code, status } = failureOf(error);
  return code === 'InvalidRange' || status === 416;
}

/** What to set, by what S3 says; what is not here may be over in a moment. */
const problems: Readonly<Record<string, readonly [variable: string, problem: string]>> = {
  NoSuchBucket: ['S3_BUCKET', 'names a bucket that does not exist'],
  InvalidBucketName: ['S3_BUCKET', 'is no valid name of a bucket'],
  InvalidAccessKeyId: ['S3_ACCESS_KEY_ID', 'is a key that the storage does not know'],
  XAdminUserNotFound: ['S3_ACCESS_KEY_ID', 'is a key that the storage does not know'],
  SignatureDoesNotMatch: ['S3_SECRET_ACCESS_KEY', 'does not belong to S3_ACCESS_KEY_ID'],
  InvalidToken: ['S3_ACCESS_KEY_ID', 'has a session token that is not valid'],
  ExpiredToken: ['S3_ACCESS_KEY_ID', 'has a session token that has expired'],
  AccessDenied: ['S3_ACCESS_KEY_ID', 'may not list, read, write and delete files of the bucket'],
  AllAccessDisabled: ['S3_BUCKET', 'names a bucket that is disabled'],
  AccountProblem: ['S3_ACCESS_KEY_ID', 'is of an account that is not active'],
  PermanentRedirect: ['S3_REGION', 'is not the region of the bucket'],
  AuthorizationHeaderMalformed: ['S3_REGION', 'is not the region of the bucket'],
  IllegalLocationConstraintException: ['S3_REGION', 'is not the region of the bucket'],
  CredentialsProviderError: ['S3_ACCESS_KEY_ID', 'is needed: AWS’s SDK finds no other key'],
  NotImplemented: ['S3_ENDPOINT', 'names a server that lacks a part of S3 which is needed'],
};

/**
 * The error as the port has it: what someone must set, or what may succeed later. Signatures that the
 * server refuses because of the clock, checksums that do not match and answers that are cut off
 * belong to the latter.
 */
export function asStorageError(error: unknown, doing: string): StorageUnavailableError {
  if (error instanceof StorageUnavailableError) return error;
  const { code, status } = failureOf(error);
  const isRegionMissing = error instanceof Error && error.message === 'Region is missing';
  const known = isRegionMissing ? (['S3_REGION', 'is needed'] as const) : problems[code];
  const options = { cause: error };
  if (known) return new StorageProblem(known[0], `${known[1]} (${doing})`, options);
  if (status === 403 && code !== 'RequestTimeTooSkewed') {
    return new StorageProblem('S3_ACCESS_KEY_ID', `is refused (${doing}: ${code})`, options);
  }
  if (status === 301 || status === 307) {
    return new StorageProblem('S3_REGION', `is not that of the bucket (${doing})`, options);
  }
  return new StorageUnavailableError(`The bucket cannot be used now (${doing}: ${code})`, options);
}
