import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../config/paths.ts';
import { errorCatalog } from '../kernel/errors.ts';

/**
 * Scalar's published script, served from here (`npm run docs:bundle`), so that the page needs no
 * CDN.
 */
export const bundleFolder = path.join(apiRoot, 'assets/scalar');

/** The script, compressed with Brotli. */
export const bundleFile = path.join(bundleFolder, 'standalone.js.br');

/** What origin.json records about the script. */
interface Origin {
  readonly version: string;
  readonly sha256: string;
}

/** The script's file name. It contains the version, so it can be cached for ever. */
export function bundleName(): string {
  const origin = JSON.parse(readFileSync(path.join(bundleFolder, 'origin.json'), 'utf8')) as Origin;
  return `scalar-${origin.version}-${origin.sha256.slice(0, 12)}.js`;
}

/**
 * The reference may load its own script, the document, and this shop's answers. Scalar writes its
 * styles into the page, hence 'unsafe-inline' for styles alone.
 */
export const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page that shows the document. Its scripts are files, since the policy allows none inside the
 * page.
 */
export function referencePage(bundle: string): string {
  return page(
    'Cartwright API',
    `<div id="app"></div><script src="/docs/assets/${bundle}"></script><script src="/docs/start.js"></script>`,
  );
}

const settings = {
  url: '/openapi.json',
  // Nothing that is shown or tried leaves the shop and its reader.
  telemetry: false,
  withDefaultFonts: false,
  proxyUrl: '',
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  persistAuth: false,
  defaultOpenFirstTag: true,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
};

/** Starts the reference. */
export const referenceScript = `Scalar.createApiReference('#app', ${JSON.stringify(settings)});\n`;

// Styles of the error list alone; Scalar brings its own.
const style = `body{margin:0;font-family:system-ui,sans-serif;color-scheme:light dark}
main{max-width:52rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8884}tr:target{background:#fd03}`;

/** Explains each error code; a problem's `type` links here. */
export function errorsPage(): string {
  const rows = Object.entries(errorCatalog).map(
    ([code, [status, title]]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  );
  return page(
    'Cartwright errors',
    `<style>${style}</style><main><h1>Errors</h1><p>The <code>code</code> of a problem document (RFC 9457) is stable. <a href="/docs">The reference</a> says which operation answers which.</p>
<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></main>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
}
