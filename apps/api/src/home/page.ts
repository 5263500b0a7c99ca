import { html, type Html } from '../utils/html.ts';
import { page } from './layout.ts';

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

/**
 * The number of pictures that are visible without scrolling; the others load when they come near.
 */
const ABOVE_THE_FOLD = 6;

export function homePage({ shop, isReady, status, links, products }: HomeView): string {
  return page(
    shop,
    html`<header>
        <h1>${shop}</h1>
        <p>
          ${isReady ? 'The shop is open' : 'The shop is not ready'}. This page is for anyone who
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
      </main> `,
  );
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
