import type { RequestHandler } from 'express';
import { runWithAmbient } from '../utils/ambient.ts';
import { newId } from '../utils/ids.ts';

const WELL_FORMED = /^[A-Za-z0-9._-]{1,128}$/;

/** Names the request (the caller's `X-Request-Id` when well-formed) and opens its ambient: logs and statement counts hang on it. */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id');
  const id = given !== undefined && WELL_FORMED.test(given) ? given : newId('request');
  res.locals['requestId'] = id;
  res.setHeader('X-Request-Id', id);
  runWithAmbient(id, next);
};
