import type { Request } from 'express';
import type { AuthService } from '../services/auth.service.ts';
import type { Actor } from '../utils/context.ts';
import type { Route } from '../utils/route.ts';

/**
 * Who asks, if they may call this route; before anything else of the request is read, so that a
 * stranger learns nothing from how it is refused.
 * @throws {AppError} unauthorized, forbidden
 */
export function allowedActor(auth: AuthService, route: Route, req: Request): Actor {
  const actor = auth.identify(req.get('authorization'));
  auth.authorize(actor, route.permission);
  return actor;
}
