import type { RequestHandler } from 'express';
import { AppError } from '../kernel/errors.ts';

const MAX_LENGTH = 255;

/** Checks the form of `Idempotency-Key`; what it protects is done by the idempotency service around the route's handler. */
export const idempotencyKey: RequestHandler = (req, res, next) => {
  const key = req.get('idempotency-key');
  if (key === undefined) return next();
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > MAX_LENGTH) {
    const message = `must be 1 to ${MAX_LENGTH} visible ASCII characters`;
    return next(
      new AppError('validation_failed', `Idempotency-Key ${message}.`, {
        errors: [{ path: 'header.idempotency-key', code: 'invalid_format', message }],
      }),
    );
  }
  res.locals.idempotencyKey = key;
  next();
};
