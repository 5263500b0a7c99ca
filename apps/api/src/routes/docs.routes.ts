import { Router, static as serveStatic } from 'express';
// The package's own entry runs the whole page's script, 1.5 MB of it, in every process that starts.
import getAbsoluteFSPath from 'swagger-ui-dist/absolute-path.js';
import type { Container } from '../container.ts';
import { buildDocument } from '../openapi/document.ts';
import { errorCatalog } from '../utils/errors.ts';
import { apiRoutes } from './index.ts';

/** The document, a page to read it and to try requests in, and what each error code means; all served from here, no CDN. */
export function docsRoutes(container: Container): Router {
  const router = Router();
  // Made when first asked for: it costs more than the rest of the start together.
  let document: string | undefined;
  router.get('/openapi.json', (_req, res) => {
    res.locals['route'] = '/openapi.json';
    document ??= JSON.stringify(buildDocument(apiRoutes(container)));
    res.set('Cache-Control', 'public, max-age=60').type('application/json').end(document);
  });
  router.get('/docs', (_req, res) => {
    res.locals['route'] = '/docs';
    res.type('html').end(page('Cartwright API', `<div id="ui"></div>`, '/docs/start.js'));
  });
  router.get('/docs/start.js', (_req, res) => {
    res
      .type('js')
      .end(
        `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, tryItOutEnabled: true });`,
      );
  });
  router.get('/docs/errors', (_req, res) => {
    res.locals['route'] = '/docs/errors';
    res.type('html').end(page('Cartwright errors', errorTable()));
  });
  router.use('/docs/assets', serveStatic(getAbsoluteFSPath(), { maxAge: '1d', index: false }));
  return router;
}

function page(title: string, body: string, script?: string): string {
  const scripts = script
    ? `<script src="/docs/assets/swagger-ui-bundle.js"></script><script src="${script}"></script>`
    : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head><body>${body}${scripts}</body></html>`;
}

function errorTable(): string {
  const rows = Object.entries(errorCatalog).map(
    ([code, [status, title]]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  );
  return `<main class="swagger-ui"><div class="wrapper"><h1>Errors</h1><table>
<thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></main>`;
}
