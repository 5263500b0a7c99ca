import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startShop } from '../../../../apps/api/tests/helpers/shop.ts';
import { createCartwright, type Cart, type Cartwright } from '../../src/index.ts';

/** A shop with the demo catalogue, as `npm start` runs it. */
export interface DemoShop {
  readonly base: string;
  /** Where its mails are caught. */
  readonly mailUrl: string;
  /** For further files of a test; deleted with the shop. */
  readonly folder: string;
  readonly client: Cartwright;
  stop(): Promise<void>;
}

export async function startDemoShop(): Promise<DemoShop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-sdk-'));
  // PostgreSQL does not run as root; its account must be able to enter the folder.
  await chmod(folder, 0o755);
  const running = await startShop(folder, { DEMO_SEED: 'true', SIGN_IN_RATE_LIMIT_MAX: '0' });
  const opened = running.log.find(({ message }) => message === 'The shop is open');
  const { mailUrl = '' } = opened as { mailUrl?: string };
  return {
    base: running.base,
    mailUrl,
    folder,
    client: createCartwright({ baseUrl: running.base }),
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An available variant. */
export async function somethingToBuy(client: Cartwright) {
  const { data } = await client.products.page({ inStock: 'true' });
  const variant = data.flatMap(({ variants }) => variants).find(({ available }) => available);
  if (!variant) throw new Error('There is nothing to buy');
  return variant;
}

/** A cart with all that a checkout requires. */
export async function fullCart(client: Cartwright): Promise<Cart> {
  const { id: variantId } = await somethingToBuy(client);
  const cart = await client.carts.create({ items: [{ variantId, quantity: 1 }] });
  const who = { firstName: 'Ada', lastName: 'Lovelace', country: 'US' };
  const where = { line1: '12 Analytical Row', city: 'Portland', postalCode: '97201' };
  const sent = await client.carts.update(cart, {
    email: 'ada@example.com',
    shippingAddress: { ...who, ...where },
  });
  const [option] = await client.carts.shippingOptions(sent);
  return option ? client.carts.update(sent, { shippingOptionId: option.id }) : sent;
}
