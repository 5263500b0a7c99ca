import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Container } from '../container.ts';
import { buildDocument } from '../openapi/document.ts';
import { readExamples } from '../openapi/examples.ts';
import {
  bundleFile,
  bundleName,
  errorsPage,
  referencePage,
  referencePolicy,
  referenceScript,
} from '../openapi/reference.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
import { apiRoutes } from './index.ts';

const unpack = promisify(brotliDecompress);

/** For what changes with a new version of the shop alone, under the same name. */
const FOR_A_MINUTE = 'public, max-age=60';
/** For what has another name when it changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The document, a page to read it and to try requests in, and what each error code means; all served from here, no CDN. */
export function docsRoutes(container: Container): Router {
  const router = Router();
  router.get('/openapi.json', labelled, document(container));
  router.get('/docs', labelled, (_req, res) => html(res, referencePage(bundleName())));
  router.get('/docs/start.js', labelled, (_req, res) => {
    res.set('Cache-Control', FOR_A_MINUTE).type('js').end(referenceScript);
  });
  router.get('/docs/errors', labelled, (_req, res) => html(res, errorsPage()));
  router.get('/docs/assets/:file', labelled, bundle);
  return router;
}

/** By which the metrics know the request. */
const labelled: RequestHandler = (req, res, next) => {
  res.locals['route'] = (req.route as { path: string }).path;
  next();
};

function html(res: Response, page: string): void {
  res.set('Content-Security-Policy', referencePolicy).set('Cache-Control', FOR_A_MINUTE);
  res.type('html').end(page);
}

/** Made when first asked for: it costs more than the rest of the start together. */
function document(container: Container): RequestHandler {
  let made: { body: string; etag: string } | undefined;
  return (req, res) => {
    if (!made) {
      const body = JSON.stringify(buildDocument(apiRoutes(container), readExamples()));
      made = { body, etag: etagOf(body) };
    }
    res.set('Cache-Control', FOR_A_MINUTE).set('ETag', made.etag);
    const condition = req.get('if-none-match');
    if (condition !== undefined && matchesEtag(condition, made.etag)) res.status(304).end();
    else res.type('application/json').end(made.body);
  };
}

const bundle: RequestHandler = (req, res, next) =>
  req.params['file'] === bundleName() ? sendBundle(req, res) : next();

/** The reference's script: as it lies on the disk for all who can read Brotli, unpacked for the rest. */
async function sendBundle(req: Request, res: Response): Promise<void> {
  const packed = await readFile(bundleFile);
  res.type('js').set('Cache-Control', FOR_EVER).vary('Accept-Encoding');
  if (/\bbr\b/.test(req.get('accept-encoding') ?? '')) {
    res.set('Content-Encoding', 'br').end(packed);
  } else {
    res.end(await unpack(packed));
  }
}
