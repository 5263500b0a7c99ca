import { createDocument, type ZodOpenApiObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { API_BASE } from '../routes/base.ts';
import type { Route } from '../utils/route.ts';
import { ADMIN_KEY, limitHeaders, operationOf } from './operation.ts';
import { outsideTheApi } from './outside.ts';
import { stripeWebhookOperation } from './stripeWebhook.ts';

/** The version of the document; it rises with every change that a client can see. */
const DOCUMENT_VERSION = '0.1.0';

const description = `
Cartwright is a headless commerce API: browse the catalogue, fill a cart, check it out, pay, follow the order.

- **Money** is an integer in the currency's minor unit beside its ISO 4217 code.
- **Errors** are problem documents (RFC 9457) with a stable \`code\`; \`errors\` names what is wrong and where.
- **Retries** are safe with an \`Idempotency-Key\` on every POST; a replay has the first answer and \`Idempotent-Replayed: true\`.
- **Conflicts** between two tabs are seen with \`ETag\` and \`If-Match\`.
- **Guests** need no account: a cart's id is the capability to it, an order's token opens the order.
`.trim();

/** The OpenAPI 3.1 document: nothing is in it that a route did not say. */
export function buildDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `${API_BASE}${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  paths[`${API_BASE}/webhooks/stripe`] = { post: stripeWebhookOperation };
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Cartwright',
      version: DOCUMENT_VERSION,
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The shop that serves this document.' }],
    components: {
      headers: limitHeaders,
      securitySchemes: {
        [ADMIN_KEY]: {
          type: 'http',
          scheme: 'bearer',
          description: 'The admin API key of the shop (`ADMIN_API_KEY`).',
        },
      },
    },
    tags: tagsOf(routes),
    paths: { ...paths, ...outsideTheApi },
  };
  return createDocument(document);
}

const tagDescriptions: Readonly<Record<string, string>> = {
  Products: 'What can be bought: lists, search, and one product.',
  Categories: 'The tree of categories, and the collections.',
  Carts: "A shopper's choice, priced: items, addresses, shipping, tax.",
  Checkout: 'From cart to order.',
  Orders: 'What was bought, how far it is, and what happened to it.',
  Payments: 'Paying an order that is not paid yet.',
  Administration: 'What staff and operators ask of the shop itself.',
  'Gift cards':
    'Money that was paid in before, or given: what is on a card, and the ledger behind it.',
  Webhooks: 'What payment providers call.',
  Operations: 'For the machines that run the shop.',
};

/** The tags in the order of the routes, which is that of a shopper's journey. */
function tagsOf(routes: readonly Route[]): { name: string; description: string }[] {
  const names = new Set([...routes.map(({ tag }) => tag), 'Webhooks', 'Operations']);
  return [...names].map((name) => {
    const description = tagDescriptions[name];
    if (!description) throw new Error(`The tag ${name} has no description`);
    return { name, description };
  });
}
