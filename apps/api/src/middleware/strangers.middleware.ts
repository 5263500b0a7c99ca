import type { RequestHandler } from 'express';
import { AppError } from '../kernel/errors.ts';
import { nameOf, strangerRefusal } from '../utils/strangers.ts';

/** Refuses requests of foreign pages, because pages for developers need no key. */
export function refuseStrangers(
  route: string,
  { host, publicUrl }: { readonly host: string; readonly publicUrl: string },
): RequestHandler {
  const own = { boundTo: host, names: [nameOf(new URL(publicUrl).host)] };
  return (req, res, next) => {
    res.locals.route = route;
    const refusal = strangerRefusal(req, own);
    if (refusal) throw new AppError('forbidden', refusal.message);
    next();
  };
}
