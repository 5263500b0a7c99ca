import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { RequestHandler } from 'express';
import getRawBody from 'raw-body';
import { errorCode } from '../utils/errorCode.ts';
import { AppError } from '../kernel/errors.ts';
import { hasBody } from '../utils/hasBody.ts';
import { FORM } from './contentType.middleware.ts';
import { sendContinue } from './expectation.middleware.ts';

const unpackers = new Map([
  ['gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);
const utf8 = new TextDecoder();

/**
 * The bytes of a request's body, unpacked. No more of them is read than the limit: where the length
 * is announced, none of a body that is too long, and nothing is read to its end to be thrown away.
 * @param limit in bytes, as they come and unpacked.
 * @throws {AppError} payload_too_large, unsupported_media_type, validation_failed for what cannot be
 *   unpacked.
 */
export async function readBytes(
  req: IncomingMessage,
  res: ServerResponse,
  limit: number,
): Promise<Buffer> {
  const announced = req.headers['content-length'];
  const length = announced === undefined ? null : Number(announced);
  if (length !== null && length > limit) throw tooLarge(limit);
  const coding = (req.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = unpackers.get(coding);
  if (!unpack && coding !== 'identity') {
    throw new AppError(
      'unsupported_media_type',
      `The content encoding ${coding} is not supported.`,
    );
  }
  sendContinue(req, res);
  const bytes = await getRawBody(req, { limit, length });
  if (!unpack) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw new AppError('validation_failed', `The body is not valid ${coding}.`);
  }
}

function tooLarge(limit: number): AppError {
  return new AppError('payload_too_large', `The body exceeds the limit of ${limit} bytes.`);
}

/** Reads a JSON body, an object or an array; one that is empty is an object without members. */
export function jsonBody(limit: number): RequestHandler {
  const readJson: RequestHandler = async (req, res, next) => {
    if (hasBody(req) && !req.is(FORM)) {
      const decoder = decoderOf(req.headers['content-type']);
      req.body = parse(decoder.decode(await readBytes(req, res, limit)));
    }
    next();
  };
  return readJson;
}

/** @throws {AppError} unsupported_media_type: JSON is Unicode (RFC 8259). */
function decoderOf(contentType = ''): typeof utf8 {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
  if (/^utf-?8$/i.test(charset)) return utf8;
  try {
    if (/^utf-/i.test(charset)) return new TextDecoder(charset);
  } catch {
    // Refused below.
  }
  throw new AppError('unsupported_media_type', `The charset ${charset} is not supported.`);
}

function parse(text: string): unknown {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('malformed_json', `The body is not valid JSON: ${why}`);
  }
  if (typeof value === 'object' && value !== null) return value;
  throw new AppError(
    'malformed_json',
    'The body is valid JSON, but neither an object nor an array.',
  );
}
