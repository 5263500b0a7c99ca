import type { RequestListener } from 'node:http';
import { answerProblem } from '../utils/answerProblem.ts';
import { AppError } from '../kernel/errors.ts';

const ABSOLUTE = /^(https?:\/\/[^/?#]*)(.*)$/is;

/**
 * Normalises the forms of a request target (RFC 9112, 3.2): a target with a host becomes its path,
 * unchanged. Anything else that is no path is refused here, since Express finds no handler for what
 * it cannot parse, not even one for errors.
 */
export function withTarget(listener: RequestListener): RequestListener {
  return (req, res) => {
    const { url = '' } = req;
    if (url.startsWith('/') || url === '*') return listener(req, res);
    const [, host, path = ''] = ABSOLUTE.exec(url) ?? [];
    if (host === undefined || !URL.canParse(host)) {
      return answerProblem(
        res,
        new AppError('validation_failed', 'The request target is not a path.'),
        '/',
      );
    }
    req.url = path.startsWith('/') ? path : `/${path}`;
    listener(req, res);
  };
}
