import { createDocument, type ZodOpenApiObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { API_BASE, MACHINE_TOKENS, templateOf } from '../routes/base.ts';
import type { Route } from '../kernel/route.ts';
import type { Examples } from './examples.ts';
import { responseHeaders } from './headers.ts';
import { machineScheme, machineTokenOperation } from './machineTokens.ts';
import { ADMIN_KEY, MACHINE, SESSION, operationOf } from './operation.ts';
import { operationalPaths } from './outside.ts';
import { allowBlankParameters, exampleParameters } from './parameters.ts';
import { problemExamples } from './problems.ts';
import { providerWebhookOperation } from './providerWebhook.ts';
import { tagGroups, tags } from './tags.ts';
import { DOCUMENT_VERSION } from './version.ts';

const description = `
Cartwright is a headless commerce API: browse the catalogue, fill a cart, check it out, pay, follow the order.

Begin with \`GET /api/v1\`, which links to everything. The examples in this document were recorded from a running shop.

- **Answers** are \`{ "data": … }\`; lists add \`meta\` with cursors, and a \`Link\` header.
- **Money** is an integer in the currency's minor unit, with its ISO 4217 code.
- **Errors** are problem documents (RFC 9457) with a stable \`code\`; \`errors\` names what is wrong and where. [All codes](/docs/errors).
- **Blanks**: a query parameter without a value (\`?q=\`) and an optional text that is empty or white space count as absent; \`null\` clears a member.
- **Retries** are safe with an \`Idempotency-Key\` on every POST that lists the header; a repeated request gets the first answer, with \`Idempotent-Replayed: true\`.
- **Conflicts** between two tabs are seen with \`ETag\` and \`If-Match\`.
- **Caching**: catalogue answers may be cached briefly, and \`If-None-Match\` saves the body; no other answer may be cached.
- **Limits** are reported in \`RateLimit\` and \`RateLimit-Policy\`; requests beyond them get 429 with \`Retry-After\`. A storefront’s server with the permission \`buyers:address\` names its buyer’s address in \`X-Buyer-Address\`, so that its buyers do not share one limit.
- **Guests** need no account: a cart's id is the capability to it, an order's token opens the order.
`.trim();

/**
 * Builds the OpenAPI 3.1 document from the routes' declarations alone.
 * @param examples the recorded requests and answers, see readExamples.
 */
export function buildDocument(
  routes: readonly Route[],
  examples: Examples,
): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = templateOf(route.path);
    const operation = operationOf(route, examples[route.operationId]);
    paths[path] = { ...paths[path], [route.method]: operation };
  }
  paths[`${API_BASE}/webhooks/{provider}`] = { post: providerWebhookOperation(examples) };
  paths[API_BASE + MACHINE_TOKENS] = { post: machineTokenOperation(examples) };
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Cartwright',
      version: DOCUMENT_VERSION,
      summary: 'A headless commerce API whose money and stock stay true.',
      description,
      contact: { name: 'The maintainers of Cartwright' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The shop that serves this document.' }],
    components: {
      headers: responseHeaders,
      securitySchemes: {
        [ADMIN_KEY]: {
          type: 'http',
          scheme: 'bearer',
          description: 'The admin API key of the shop (`ADMIN_API_KEY`).',
        },
        [SESSION]: {
          type: 'http',
          scheme: 'bearer',
          description: 'The access token of a session.',
        },
        [MACHINE]: machineScheme,
      },
    },
    tags,
    'x-tagGroups': tagGroups,
    paths: { ...paths, ...operationalPaths(examples) },
  };
  const made = createDocument(document);
  const finished = exampleParameters(
    {
      ...made,
      components: { ...made.components, examples: problemExamples(examples, made.paths) },
    },
    examples,
  );
  return allowBlankParameters(finished);
}
