import { Transform, type Readable, type TransformCallback } from 'node:stream';
import type { Request, Response } from 'express';
import type multer from 'multer';
import { AppError } from '../kernel/errors.ts';
import type { ReceivedFile, UploadedFile } from '../kernel/receivedFile.ts';
import type { Route } from '../kernel/route.ts';
import { hasBody } from '../utils/hasBody.ts';
import { allowSlowBody } from './bodyTime.middleware.ts';
import { FORM } from './contentType.middleware.ts';
import { sendContinue } from './expectation.middleware.ts';

/** The field of the file. */
const FILE = 'file';
/** What a form has beside its file: names and values of fields, heads of parts, boundaries. */
const MAX_FORM_BYTES = 65_536;
const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 8192;
const MAX_FIELD_NAME_BYTES = 100;
/** What a client says of a file whose type it does not know. */
const UNKNOWN_TYPE = 'application/octet-stream';

/** Forms that are being read by this process; each has a socket, a file, and some buffers. */
const MAX_FORMS = 256;
let openForms = 0;

/** Writes a stream to a file of this machine. @throws {AppError} payload_too_large, storage_unavailable */
type Receive = (input: {
  readonly body: Readable;
  readonly maxBytes: number;
}) => Promise<ReceivedFile>;

interface Reading {
  readonly req: Request;
  readonly res: Response;
  readonly receive: Receive;
}

/** A form that was read; its file is discarded at the end of the request. */
interface Form extends AsyncDisposable {
  readonly file: UploadedFile;
}

/**
 * Refuses a form where the route takes JSON, and JSON where it takes a form.
 * @throws {AppError} unsupported_media_type
 */
export function requireBodyType({ upload }: Route, req: Request): void {
  if (!hasBody(req)) return;
  const isForm = req.is(FORM) !== false;
  if (isForm === (upload !== undefined)) return;
  const given = req.get('content-type') ?? 'another type';
  const wanted = isForm ? 'application/json' : `${FORM} with the field "${FILE}"`;
  throw new AppError('unsupported_media_type', `Send the body as ${wanted}, not ${given}.`);
}

/**
 * Reads the form of a route that takes one: its file onto the disk as it comes, never into memory, and
 * its fields into `req.body`. Nothing is read of a form that announces too many bytes, and nothing
 * more of one that is refused. An aborted one leaves nothing.
 * @throws {AppError} payload_too_large, unsupported_media_type, validation_failed, busy,
 *   storage_unavailable
 */
export async function readUpload(
  { upload }: Pick<Route, 'upload'>,
  { req, res, receive }: Reading,
): Promise<Form | undefined> {
  if (!upload) return undefined;
  requireReadable(req, upload.maxBytes);
  if (openForms >= MAX_FORMS) {
    throw new AppError('busy', 'Too many files come at once. Try again soon.', {
      retryAfterSeconds: 5,
    });
  }
  openForms++;
  try {
    const { default: multer } = await import('multer');
    allowSlowBody(req);
    sendContinue(req, res);
    return await read(multer, upload, { req, receive });
  } finally {
    openForms--;
  }
}

function requireReadable(req: Request, maxBytes: number): void {
  const coding = (req.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (coding !== 'identity') {
    const message = `Send a file as it is, without the content encoding ${coding}.`;
    throw new AppError('unsupported_media_type', message);
  }
  if (Number(req.get('content-length') ?? 0) > maxBytes + MAX_FORM_BYTES) throw tooLarge(maxBytes);
  if (!hasBody(req)) throw withoutFile();
}

async function read(
  create: typeof multer,
  { maxBytes, maxPictureBytes = maxBytes }: NonNullable<Route['upload']>,
  { req, receive }: Omit<Reading, 'res'>,
): Promise<Form> {
  // Not the request itself, which multer would read to its end before it reports an error.
  const form = new FormStream(req, maxBytes);
  const arriving: Promise<ReceivedFile>[] = [];
  const parse = create({
    defParamCharset: 'utf8',
    limits: {
      files: 1,
      fields: MAX_FIELDS,
      parts: MAX_FIELDS + 1,
      fieldSize: MAX_FIELD_BYTES,
      fieldNameSize: MAX_FIELD_NAME_BYTES,
      fieldNestingDepth: 0,
      headerPairs: 20,
    },
    storage: {
      _handleFile(_req, file, done) {
        const isPicture = file.mimetype.trim().toLowerCase().startsWith('image/');
        const limit = isPicture ? maxPictureBytes : maxBytes;
        const arrival = receive({ body: file.stream, maxBytes: limit });
        arriving.push(arrival);
        void Promise.allSettled([arrival]).then(tell);
        function tell([outcome]: [PromiseSettledResult<ReceivedFile>]) {
          if (outcome.status === 'fulfilled') return done(null, { size: outcome.value.bytes });
          form.fail(outcome.reason);
          return done(outcome.reason);
        }
      },
      // Everything received is discarded at the end, whatever happens.
      _removeFile: (_req, _file, done) => done(null),
    },
  }).single(FILE);
  const discard = async () => {
    for (const arrival of await Promise.allSettled(arriving)) {
      if (arrival.status === 'fulfilled') await arrival.value.discard();
    }
  };
  try {
    await new Promise<void>((resolve, reject) => {
      form.once('failed', reject);
      // It reads `headers` and the stream, and sets `body` and `file`.
      parse(form as unknown as Request, {} as Response, (error: unknown) => {
        if (error) reject(error);
        else resolve();
      });
    });
    const [stored] = await Promise.all(arriving);
    if (!form.file || !stored) throw withoutFile();
    req.body = { ...form.body };
    const { originalname, mimetype } = form.file;
    const [type = ''] = mimetype.split(';');
    const declaredType = type.trim().toLowerCase();
    return {
      file: {
        received: stored,
        name: originalname,
        declaredType: declaredType === UNKNOWN_TYPE || declaredType === '' ? null : declaredType,
      },
      [Symbol.asyncDispose]: discard,
    };
  } catch (error) {
    form.destroy();
    await discard();
    throw refusalOf(error, maxBytes);
  }
}

/** The body of a request for the parser of forms, which ends reading when it is destroyed. */
class FormStream extends Transform {
  readonly headers: Request['headers'];
  body: Record<string, unknown> | undefined;
  file: { originalname: string; mimetype: string } | undefined;
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(req: Request, maxBytes: number) {
    super();
    this.headers = req.headers;
    this.#maxBytes = maxBytes;
    const abort = () => {
      if (!req.complete) this.fail(Object.assign(new Error('aborted'), { code: 'ECONNABORTED' }));
    };
    req.once('close', abort).once('error', abort);
    this.once('close', () => {
      req.unpipe(this);
      req.off('close', abort);
    });
    // Errors reach the reader of the form by the event `failed`.
    this.on('error', () => undefined);
    req.pipe(this);
  }

  /** Ends the reading with the reason, before the parser gets to say that it was interrupted. */
  fail(error: unknown): void {
    this.emit('failed', error);
    setImmediate(() => this.destroy());
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes + MAX_FORM_BYTES) {
      this.fail(tooLarge(this.#maxBytes));
      return;
    }
    done(null, chunk);
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('payload_too_large', `The file exceeds the limit of ${maxBytes} bytes.`);
}

function withoutFile(): AppError {
  return invalid(FILE, 'required', 'is required: one part with a file name');
}

function invalid(path: string, code: string, message: string): AppError {
  return new AppError('validation_failed', `${path}: ${message}.`, {
    errors: [{ path, code, message }],
  });
}

/** What is wrong with a form, by the codes of multer. */
const refusals: Readonly<Record<string, readonly [code: string, message: string]>> = {
  LIMIT_FILE_COUNT: ['too_big', 'must be one file'],
  LIMIT_UNEXPECTED_FILE: ['unknown', `is not a file of this form, which has one: "${FILE}"`],
  LIMIT_PART_COUNT: ['too_big', `has more than ${MAX_FIELDS + 1} parts`],
  LIMIT_FIELD_COUNT: ['too_big', `has more than ${MAX_FIELDS} fields`],
  LIMIT_FIELD_KEY: [
    'too_big',
    `has a field whose name is longer than ${MAX_FIELD_NAME_BYTES} bytes`,
  ],
  LIMIT_FIELD_VALUE: ['too_big', `has more than ${MAX_FIELD_BYTES} bytes`],
  LIMIT_FIELD_NESTING: ['unknown', 'must not have brackets'],
  MISSING_FIELD_NAME: ['required', 'has a part without a name'],
  INVALID_FIELD_NAME: ['unknown', 'is not the name of a field'],
};

/** The refusal that a client sees; an error of the connection or of the disk stays as it is. */
function refusalOf(error: unknown, maxBytes: number): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const { code, field } = error as { code?: unknown; field?: unknown };
  if (code === 'LIMIT_FILE_SIZE') return tooLarge(maxBytes);
  const [kind, message] = refusals[String(code)] ?? [];
  if (kind !== undefined && message !== undefined) {
    return invalid(typeof field === 'string' ? field.slice(0, 100) : 'body', kind, message);
  }
  // What busboy says of a form that is none has no code.
  if (code !== undefined) return error;
  return invalid('body', 'invalid_form', `is not a valid form (${error.message})`);
}
