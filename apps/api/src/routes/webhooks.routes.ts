import express, { Router, type RequestHandler } from 'express';
import type { Container } from '../container.ts';
import {
  createWebhooksController,
  type WebhooksController,
} from '../controllers/webhooks.controller.ts';
import { createContext } from '../utils/context.ts';
import { AppError } from '../utils/errors.ts';
import { API_BASE } from './base.ts';

/**
 * Stripe's webhook, mounted before the JSON parser: what is signed are the bytes. The signature is
 * its authentication; openapi/stripeWebhook.ts describes it.
 */
export function stripeWebhook(container: Container): Router {
  const { config, services } = container;
  const router = Router();
  router.use((_req, res, next) => {
    res.locals['route'] = `${API_BASE}/webhooks/stripe`;
    next();
  });
  router.post(
    '/',
    express.raw({ type: () => true, limit: config.http.bodyLimitBytes }),
    receive(container, createWebhooksController(services)),
  );
  router.all('/', (req) => {
    throw new AppError('method_not_allowed', `${req.method} is not possible here; POST is.`, {
      headers: { Allow: 'POST' },
    });
  });
  return router;
}

function receive({ database }: Container, controller: WebhooksController): RequestHandler {
  return async (req, res) => {
    const actor = { kind: 'system', id: 'stripe' } as const;
    const ctx = createContext(database, actor, String(res.locals['requestId']));
    // Of a request without a body the parser makes no buffer.
    const raw: unknown = req.body;
    const body = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    const reply = await controller.stripe({ body, signature: req.get('stripe-signature') }, ctx);
    res.status(reply.status).type('application/json').end(reply.body);
  };
}
