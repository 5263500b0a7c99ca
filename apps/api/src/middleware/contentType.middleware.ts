import type { RequestHandler } from 'express';
import { AppError } from '../kernel/errors.ts';
import { hasBody } from '../utils/hasBody.ts';

/** The type of a form with files. */
export const FORM = 'multipart/form-data';

/**
 * A body that is not JSON would be silently dropped by the parser; it is refused instead. A form is
 * the route's business.
 */
export const requireJson: RequestHandler = (req, _res, next) => {
  if (!hasBody(req) || req.is(['json', '+json', FORM])) return next();
  const given = req.get('content-type');
  next(
    new AppError(
      'unsupported_media_type',
      `Send the body as application/json${given ? `, not ${given}` : ', with that Content-Type'}.`,
    ),
  );
};
