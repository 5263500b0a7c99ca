import { newId } from '../../src/kernel/ids.ts';
import { openCart } from '../helpers/carts.ts';
import { createCategory, createCollection, createProduct } from '../helpers/catalog.ts';
import { issueCard } from '../helpers/credit.ts';
import { address } from '../helpers/salesApp.ts';
import { goods, post, upTo, type Scene, type Scenes, type Stage } from './scene.ts';

/** Empties the caches first, so that the catalogue is read from the database. */
function readCold(path: string): Scene {
  return ({ shop }) => {
    shop.container.services.cache.clear();
    return shop.api.get(`/api/v1${path}`);
  };
}

async function cartOf(stage: Stage, size: number) {
  const { id, items } = await openCart(stage.shop, goods(stage, size));
  return { path: `/api/v1/carts/${id}`, item: `/api/v1/carts/${id}/items/${items[0]?.id}` };
}

const readyCart = (stage: Stage, size: number) => stage.shop.readyCart(goods(stage, size));

async function addShippingOptions({ shop }: Stage, size: number): Promise<void> {
  const { prisma } = shop.ctx.db;
  const { zoneId } = await prisma.shippingOption.findFirstOrThrow();
  for (const number of upTo(size - 1)) {
    const rates = { create: { id: newId('shippingRate'), currency: 'USD', amount: number } };
    const id = newId('shippingOption');
    await prisma.shippingOption.create({
      data: { id, zoneId, name: `Parcel ${number}`, kind: 'flat', rates },
    });
  }
}

/** The requests of a shopper up to the order. */
export const scenes: Scenes = {
  getRoot: ({ shop }) => shop.api.get('/api/v1'),

  getShop: readCold('/shop'),
  getProofOfWorkChallenge: readCold('/auth/proof-of-work/challenge?purpose=sign_in'),
  getCountry: readCold('/countries/US'),

  listProducts: (stage, size) => readCold(`/products?limit=${size}`)(stage, size),

  'listProducts, searched, filtered, counted': (stage, size) =>
    readCold(`/products?limit=${size}&q=product&price[gte]=1&facets=true&count=true`)(stage, size),

  async getProduct(stage, size) {
    const variants = upTo(size).map(() => ({}));
    const images = upTo(size).map((number) => ({ source: `https://pictures.test/${number}.jpg` }));
    const { handle } = await createProduct(stage.shop.ctx, { variants, images });
    return readCold(`/products/${handle}`)(stage, size);
  },

  async listCategories(stage, size) {
    for (const number of upTo(size)) {
      const parent = await createCategory(stage.shop.ctx, `category-${size}-${number}`);
      await createCategory(stage.shop.ctx, `below-${size}-${number}`, parent);
    }
    return readCold('/categories')(stage, size);
  },

  async listCollections(stage, size) {
    for (const number of upTo(size)) {
      await createCollection(stage.shop.ctx, `collection-${size}-${number}`);
    }
    return readCold('/collections')(stage, size);
  },

  createCart: (stage, size) =>
    stage.shop.api.post('/api/v1/carts').send({ items: goods(stage, size) }),

  'createCart, with an Idempotency-Key': (stage, size) =>
    post(stage, '/carts').send({ items: goods(stage, size) }),

  getCart: async (stage, size) => stage.shop.api.get((await cartOf(stage, size)).path),

  async updateCart(stage, size) {
    const { path } = await cartOf(stage, size);
    const { shippingOptionId } = stage.shop;
    const shopper = { email: 'ada@example.com', shippingAddress: address, shippingOptionId };
    return stage.shop.api.patch(path).send(shopper);
  },

  async listShippingOptions(stage, size) {
    await addShippingOptions(stage, size);
    return stage.shop.api.get(`/api/v1/carts/${await readyCart(stage, size)}/shipping-options`);
  },

  async addCartItem(stage, size) {
    const { path } = await cartOf(stage, size);
    const variantId = stage.variantIds.at(-1);
    return stage.shop.api.post(`${path}/items`).send({ variantId, quantity: 1 });
  },

  updateCartItem: async (stage, size) =>
    stage.shop.api.patch((await cartOf(stage, size)).item).send({ quantity: 2 }),

  removeCartItem: async (stage, size) => stage.shop.api.delete((await cartOf(stage, size)).item),

  listPaymentOptions: async (stage, size) =>
    stage.shop.api.get(`/api/v1/carts/${await readyCart(stage, size)}/payment-options`),

  checkoutCart: async (stage, size) => stage.shop.checkout(await readyCart(stage, size)),

  'checkoutCart, to be paid by hand': async (stage, size) =>
    stage.shop.checkout(await readyCart(stage, size), { paymentProvider: 'manual' }),

  async 'checkoutCart, paid in part with gift cards'(stage, size) {
    const cards = upTo(Math.min(size, MAX_CARDS)).map(() => issueCard(stage.shop, 100));
    const giftCards = (await Promise.all(cards)).map(({ code }) => code);
    const cartId = await readyCart(stage, size);
    return stage.shop.checkout(cartId, { paymentProvider: 'stripe', giftCards });
  },
};

/** The most that a checkout accepts. */
const MAX_CARDS = 5;
