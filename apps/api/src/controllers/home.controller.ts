import type { Config } from '../config/index.ts';
import type { HomeLink, HomeProduct, HomeStatus, HomeView } from '../home/page.ts';
import { presentProduct } from '../presenters/products.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { Check, HealthService } from '../services/health.service.ts';
import type { ProductsService } from '../services/products.service.ts';
import type { QueueHealth, QueueService } from '../services/queue.service.ts';
import type { Context } from '../kernel/context.ts';
import { formatMoney } from '../kernel/money.ts';
import type { Product } from '../validators/products.validator.ts';

/** Beyond it, the due jobs do not seem to run. */
const SLOW_QUEUE_SECONDS = 60;

const SHOWN_PRODUCTS = 12;

interface HomeDeps {
  readonly config: Config;
  readonly services: {
    readonly health: Pick<HealthService, 'ready'>;
    readonly queue: Pick<QueueService, 'health'>;
    readonly products: Pick<ProductsService, 'list' | 'listRequest'>;
  };
}

/** What `/` shows of a shop under development. */
export function createHomeController({ config, services }: HomeDeps) {
  return {
    async show(ctx: Context): Promise<HomeView> {
      const { ready, checks } = await services.health.ready();
      const status = Object.entries(checks).map(([name, check]) => statusOf(name, check));
      const view = { shop: config.shop.name, links: linksOf(config), isReady: ready };
      if (!ready) return { ...view, status, products: [] };
      const request = services.products.listRequest({ limit: SHOWN_PRODUCTS });
      const [queue, { rows }] = await Promise.all([
        services.queue.health(ctx),
        services.products.list(ctx, { request }),
      ]);
      const options = { currency: request.currency, mediaUrl: config.http.mediaUrl };
      const products = rows.map((row) =>
        productOf(presentProduct(row, options), config.http.publicUrl),
      );
      return { ...view, status: [...status, jobsStatus(queue)], products };
    },
  };
}

function statusOf(name: string, check: Check): HomeStatus {
  const isGood = check === 'ok';
  return { name, isGood, text: isGood ? 'ok' : check.problem };
}

function jobsStatus({ due, dead, oldestDueSeconds }: QueueHealth): HomeStatus {
  const wait = due === 0 ? '' : `, the oldest for ${Math.round(oldestDueSeconds)} s`;
  const isGood = dead === 0 && oldestDueSeconds < SLOW_QUEUE_SECONDS;
  return { name: 'jobs', isGood, text: `${due} due${wait}; ${dead} dead` };
}

/** Only the embedded parts; real ones have their own pages elsewhere. */
function linksOf({ http, mail, stripe }: Config): HomeLink[] {
  const sandbox = stripe.embedded ? stripe.apiBase : undefined;
  return [
    { href: '/docs', title: 'API reference', text: 'every route, to read and to try' },
    { href: '/openapi.json', title: 'OpenAPI document', text: 'the same for programs' },
    { href: API_BASE, title: 'API', text: 'links to everything, as JSON' },
    {
      href: '/dev/mails',
      title: 'Mail templates',
      text: 'every mail that the shop sends, with example data',
    },
    ...(mail.page === undefined
      ? []
      : [{ href: mail.page, title: 'Mail', text: 'what the shop has sent, caught here' }]),
    ...(sandbox === undefined
      ? []
      : [
          {
            href: `${sandbox.protocol}://${sandbox.host}:${sandbox.port}/`,
            title: 'Payments',
            text: 'of the local Stripe: refund, dispute, capture',
          },
        ]),
    ...(http.metricsPort === 0
      ? []
      : [
          {
            href: `http://localhost:${http.metricsPort}/metrics`,
            title: 'Metrics',
            text: 'for Prometheus',
          },
        ]),
    { href: '/health/ready', title: 'Health', text: 'as a load balancer sees it' },
  ];
}

function productOf(product: Product, publicUrl: string): HomeProduct {
  const { handle, title, available, priceRange, images } = product;
  const [image] = images;
  const smallest = image?.derivatives.toSorted((one, other) => one.width - other.width)[0];
  const url = smallest?.url ?? image?.url;
  // A picture on another host would reveal who develops what, so the page loads only from here.
  const src = url?.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : undefined;
  return {
    href: `${API_BASE}/products/${handle}`,
    title,
    price: priceOf(priceRange),
    isAvailable: available,
    image: src === undefined ? undefined : { src, alt: image?.alt ?? '' },
  };
}

function priceOf(range: Product['priceRange']): string {
  if (range === null) return 'no price';
  const from = range.min.amount === range.max.amount ? '' : 'from ';
  return from + formatMoney(range.min);
}
