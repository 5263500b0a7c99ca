import { Router, type Request, type RequestHandler } from 'express';
import type { Container } from '../container.ts';
import {
  createWebhooksController,
  type WebhooksController,
} from '../controllers/webhooks.controller.ts';
import { readBytes } from '../middleware/body.middleware.ts';
import { applyAllowances, chargeOfAddress } from '../middleware/rateLimit.middleware.ts';
import { createContext } from '../kernel/context.ts';
import { AppError, type ErrorCode } from '../kernel/errors.ts';
import { API_BASE } from './base.ts';

/** Events of payments take some kilobytes; those of the largest objects some hundred. */
const MAX_EVENT_BYTES = 1_048_576;
/** Of an address that has sent too much that was not signed, no larger event is looked at. */
const MAX_DOUBTFUL_BYTES = 65_536;

/** What is not signed, or too long to be looked at. */
const unsigned = new Set<ErrorCode>([
  'invalid_signature',
  'payload_too_large',
  'unsupported_media_type',
]);

/**
 * The payment providers' webhooks, mounted before the JSON parser: what is signed are the bytes. The
 * signature is their authentication, and only what is not signed counts against a limit, so that no
 * burst of a provider's is ever refused; openapi/providerWebhook.ts describes them.
 */
export function providerWebhooks(container: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const controller = createWebhooksController(container.services);
  for (const sender of container.services.webhooks.senders) {
    const path = `/${sender.name}`;
    router.use(path, (_req, res, next) => {
      res.locals.route = `${API_BASE}/webhooks${path}`;
      next();
    });
    router.post(path, receive(container, controller, sender));
    router.all(path, (req) => {
      throw new AppError('method_not_allowed', `${req.method} is not allowed here. Use POST.`, {
        headers: { Allow: 'POST' },
      });
    });
  }
  return router;
}

function receive(
  { database, services: { limits } }: Container,
  controller: WebhooksController,
  { name, signatureHeader }: { name: string; signatureHeader: string },
): RequestHandler {
  const chargeOf = ({ ip }: Request) => chargeOfAddress('unsignedWebhooks', ip);
  const isDoubtful = (req: Request) => limits.peekHere(chargeOf(req))?.isUsedUp === true;
  return async (req, res) => {
    const actor = { kind: 'provider', id: name } as const;
    const ctx = createContext(database, actor, res.locals.requestId);
    const signature = req.get(signatureHeader);
    try {
      const limit = isDoubtful(req) ? MAX_DOUBTFUL_BYTES : MAX_EVENT_BYTES;
      // Of what is not even said to be signed nothing is read.
      const body = signature === undefined ? Buffer.alloc(0) : await readBytes(req, res, limit);
      const reply = await controller.receive(ctx, name, { body, signature });
      res.status(reply.status).type('application/json').end(reply.body);
    } catch (error) {
      const counts = error instanceof AppError && unsigned.has(error.code);
      const allowance = counts ? limits.countHere(chargeOf(req)) : undefined;
      if (allowance) applyAllowances(res, [allowance]);
      throw error;
    }
  };
}
