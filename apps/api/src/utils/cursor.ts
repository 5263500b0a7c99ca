import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../kernel/errors.ts';

/** A place in a sorted list: the row it lies at, and which way the page goes from there. */
export interface Position {
  readonly direction: 'next' | 'prev';
  /** The row's values of what the list is sorted by. */
  readonly keys: readonly (string | number)[];
  /** The row's id, which orders rows of equal keys. */
  readonly id: string;
}

/** 128 bits: enough for a signature, and a cursor that stays short. */
const SIGNATURE_BYTES = 16;

/**
 * A position as opaque text, signed together with `scope`: a cursor is valid only for the list's
 * filters and order that it was issued for.
 */
export function encodeCursor(
  secret: string,
  scope: string,
  { direction, id, keys }: Position,
): string {
  const payload = Buffer.from(JSON.stringify([direction, id, ...keys])).toString('base64url');
  return `${payload}.${sign(secret, scope, payload).toString('base64url')}`;
}

/** @throws {AppError} invalid_cursor when the text was not made by `encodeCursor` for this scope. */
export function decodeCursor(secret: string, scope: string, cursor: string): Position {
  const [payload = ''] = cursor.split('.', 1);
  const expected = sign(secret, scope, payload).toString('base64url');
  if (!equal(cursor, `${payload}.${expected}`)) throw invalid();
  // Signed by us, so it has the shape that we gave it.
  const [direction, id, ...keys] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
    Position['direction'],
    string,
    ...(string | number)[],
  ];
  return { direction, id, keys };
}

function sign(secret: string, scope: string, payload: string): Buffer {
  const mac = createHmac('sha256', secret).update(payload).update('\n').update(scope).digest();
  return mac.subarray(0, SIGNATURE_BYTES);
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function invalid(): AppError {
  const message = 'does not belong to this list with these filters and this order';
  return new AppError('invalid_cursor', `The cursor ${message}. Start again without a cursor.`, {
    errors: [{ path: 'query.cursor', code: 'invalid_cursor', message }],
  });
}
