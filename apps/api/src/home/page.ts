import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../config/paths.ts';
import { html, Html } from '../utils/html.ts';

export interface HomeStatus {
  readonly name: string;
  readonly isGood: boolean;
  readonly text: string;
}

export interface HomeLink {
  readonly href: string;
  readonly title: string;
  readonly text: string;
}

export interface HomeProduct {
  readonly href: string;
  readonly title: string;
  /** For people: "from $19.00". */
  readonly price: string;
  readonly isAvailable: boolean;
  /** Undefined where there is none on this host. */
  readonly image: { readonly src: string; readonly alt: string } | undefined;
}

/** What the page shows. */
export interface HomeView {
  readonly shop: string;
  readonly isReady: boolean;
  readonly status: readonly HomeStatus[];
  readonly links: readonly HomeLink[];
  readonly products: readonly HomeProduct[];
}

const style = readFileSync(path.join(apiRoot, 'assets/home/style.css'), 'utf8');

/** Pictures of this host, and the one style sheet, known by its hash; no script, no form, no frame. */
export const homePolicy = [
  "default-src 'none'",
  // The icon is an empty one, so that none is asked for.
  "img-src 'self' data:",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The number of pictures that are visible without scrolling; the others load when they come near.
 */
const ABOVE_THE_FOLD = 6;

export function homePage({ shop, isReady, status, links, products }: HomeView): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${shop}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <h1>${shop}</h1>
          <p>
            ${isReady ? 'The shop is open' : 'The shop is not ready'}. This page is for whoever
            develops it; it is not there in production.
          </p>
        </header>
        <main>
          <section aria-labelledby="status">
            <h2 id="status">Status</h2>
            <dl>${status.map(statusItem)}</dl>
          </section>
          <nav aria-labelledby="places">
            <h2 id="places">Places</h2>
            <ul class="links">
              ${links.map(linkItem)}
            </ul>
          </nav>
          <section aria-labelledby="catalogue">
            <h2 id="catalogue">Catalogue</h2>
            ${products.length === 0 ? emptyCatalogue(isReady) : productList(products)}
          </section>
        </main>
      </body>
    </html> `.text;
}

// Shown by a sign and a word, not only by a colour.
const statusItem = ({ name, isGood, text }: HomeStatus) =>
  html`<div class="${isGood ? 'good' : 'bad'}">
    <dt>${name}</dt>
    <dd>${isGood ? '✓' : '✗'} ${text}</dd>
  </div> `;

const linkItem = ({ href, title, text }: HomeLink) =>
  html`<li><a href="${href}">${title}</a> <span>${text}</span></li> `;

const productList = (products: readonly HomeProduct[]) =>
  html`<ul class="products">
    ${products.map(productItem)}
  </ul>`;

const emptyCatalogue = (isReady: boolean) =>
  isReady
    ? html`<p>
        No products yet: <code>npm run db:seed</code> writes the demo catalogue,
        <code>npm run import -- products.csv</code> your own.
      </p>`
    : html`<p>Nothing can be shown until the shop is ready.</p>`;

function productItem({ href, title, price, isAvailable, image }: HomeProduct, index: number): Html {
  const loading = index < ABOVE_THE_FOLD ? 'eager' : 'lazy';
  const picture = image
    ? html`<img
        src="${image.src}"
        alt="${image.alt}"
        width="320"
        height="320"
        loading="${loading}"
      />`
    : html`<div class="no-picture"></div>`;
  return html`<li>
    ${picture}
    <a href="${href}">${title}</a>
    <span>${price}${isAvailable ? '' : ', sold out'}</span>
  </li> `;
}
