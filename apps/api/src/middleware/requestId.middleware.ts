import type { IncomingMessage } from 'node:http';
import { runWithRequestStore } from '../kernel/requestStore.ts';
import { newId } from '../kernel/ids.ts';
import type { Link } from './link.middleware.ts';

const WELL_FORMED = /^[A-Za-z0-9._-]{1,128}$/;

/** A request's name: the caller's `X-Request-Id` when well-formed, or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : newId('request');
}

/** Names the request and opens its store, in which log lines and statement counts find it. */
export const requestId: Link = {
  onChain: function nameRequest(req, res, next) {
    const id = requestIdOf(req);
    res.locals.requestId = id;
    res.setHeader('X-Request-Id', id);
    runWithRequestStore(id, next);
  },
  onFastPath: ({ requestId: id, lines }) => void lines.push('X-Request-Id', id),
};
