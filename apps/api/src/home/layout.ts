import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../config/paths.ts';
import { html, Html } from '../utils/html.ts';

const style = readFileSync(path.join(apiRoot, 'assets/home/style.css'), 'utf8');

/** Pictures of this host, and the one style sheet, known by its hash; no script, no form. */
export const pagePolicy = [
  "default-src 'none'",
  // The icon is an empty one, so that none is asked for.
  "img-src 'self' data:",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The same for a page that frames others of this host. */
export const framingPolicy = `${pagePolicy}; frame-src 'self'`;

/** A page for the developer of a shop. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
