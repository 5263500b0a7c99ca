import type { RequestHandler } from 'express';
import { AppError } from '../kernel/errors.ts';
import { hasBody } from '../utils/hasBody.ts';

/** A body that is not JSON would be silently dropped by the parser; it is refused instead. */
export const requireJson: RequestHandler = (req, _res, next) => {
  if (!hasBody(req) || req.is(['json', '+json'])) return next();
  const given = req.get('content-type');
  next(
    new AppError(
      'unsupported_media_type',
      `Send the body as application/json${given ? `, not ${given}` : ', with that Content-Type'}.`,
    ),
  );
};
