import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Router, type RequestHandler } from 'express';
import type { Container } from '../container.ts';
import {
  bundleFile,
  bundleName,
  errorsPage,
  referencePage,
  referencePolicy,
  referenceScript,
} from '../openapi/reference.ts';
import type { CachedBody } from '../kernel/cachedBody.ts';
import { createCachedBody } from '../utils/cachedBody.ts';
import { apiRoutes } from './index.ts';
import { sendCachedBody } from './sendCachedBody.ts';

const unpack = promisify(brotliDecompress);

/** For what changes only with a new version of the shop, under the same name. */
const FOR_A_MINUTE = 'public, max-age=60';
/** For what gets another name when it changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Serves the document, a page to read it and try requests in, and the explanation of each error
 * code; no CDN is involved.
 */
export function docsRoutes(container: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const bundle = bundleName();
  const add = (path: string, type: string, make: () => Made, headers: Headers = {}) =>
    router.get(path, answer(path, make, { 'Cache-Control': FOR_A_MINUTE, ...headers }, type));
  const page = { 'Content-Security-Policy': referencePolicy };

  add('/openapi.json', 'json', async () => {
    // What writes the document is loaded with the first request for it.
    const { buildDocument } = await import('../openapi/document.ts');
    const { readExamples } = await import('../openapi/examples.ts');
    return made(JSON.stringify(buildDocument(apiRoutes(container), readExamples())));
  });
  add('/docs', 'html', () => made(referencePage(bundle)), page);
  add('/docs/start.js', 'js', () => made(referenceScript));
  add('/docs/errors', 'html', () => made(errorsPage()), page);
  add(`/docs/assets/${bundle}`, 'js', readBundle, { 'Cache-Control': FOR_EVER });
  // What people type; every other address has one spelling.
  router.get('/docs/', (_req, res) => res.redirect(308, '/docs'));
  return router;
}

type Made = CachedBody | Promise<CachedBody>;
type Headers = Readonly<Record<string, string>>;

/**
 * Made once for all requests, at the first one: making them costs more than the rest of the start
 * together.
 */
function answer(path: string, make: () => Made, headers: Headers, type: string): RequestHandler {
  let prepared: Made | undefined;
  // The metrics know the request by its template; the script's name changes with each version.
  const route = path.startsWith('/docs/assets/') ? '/docs/assets/:file' : path;
  return async (req, res) => {
    res.locals.route = route;
    const body = await (prepared ??= make());
    res.set(headers).type(type);
    await sendCachedBody(req, res, body);
  };
}

function made(text: string): CachedBody {
  return createCachedBody(Buffer.from(text));
}

/** The reference's script lies compressed on the disk. */
async function readBundle(): Promise<CachedBody> {
  const br = await readFile(bundleFile);
  return createCachedBody(await unpack(br), { ready: { br } });
}
