import type { RequestHandler } from 'express';
import { AppError } from '../utils/errors.ts';

/** A body that is not JSON would be silently dropped by the parser; it is refused instead. */
export const requireJson: RequestHandler = (req, _res, next) => {
  const hasBody =
    req.headers['transfer-encoding'] !== undefined ||
    Number(req.headers['content-length'] ?? 0) > 0;
  if (!hasBody || req.is(['json', '+json'])) return next();
  const given = req.get('content-type');
  next(
    new AppError(
      'unsupported_media_type',
      `Send the body as application/json${given ? `, not ${given}` : ' and say so in Content-Type'}.`,
    ),
  );
};
