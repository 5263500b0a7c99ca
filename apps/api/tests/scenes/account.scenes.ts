import { newId } from '../../src/kernel/ids.ts';
import { openCart } from '../helpers/carts.ts';
import { placeOrder } from '../helpers/orders.ts';
import { address } from '../helpers/salesApp.ts';
import { goods, signIn, upTo, type Scenes, type Stage } from './scene.ts';

type Headers = Readonly<Record<string, string>>;

const me = '/api/v1/me';

/** An address book of `size` entries. @returns the session's headers, and the path of an entry. */
async function addressBook(stage: Stage, size: number): Promise<{ as: Headers; path: string }> {
  const { as, customerId } = await signIn(stage);
  const ids = upTo(size).map(() => newId('customerAddress'));
  await stage.shop.ctx.db.prisma.customerAddress.createMany({
    data: ids.map((id) => ({ id, customerId, address })),
  });
  return { as, path: `${me}/addresses/${ids[0]}` };
}

async function claimedOrder(stage: Stage, size: number) {
  const { as } = await signIn(stage);
  const { orderId, token } = await placeOrder(stage.shop, goods(stage, size));
  const { number } = await stage.shop.ctx.db.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
  });
  const claim = () =>
    stage.shop.api
      .post(`${me}/orders/claim`)
      .set(as)
      .send({ orderNumber: Number(number), token });
  return { as, claim };
}

/** Store credit on `size` accounts. */
async function storeCredit(stage: Stage, size: number) {
  const { as, customerId } = await signIn(stage);
  const { container, ctx } = stage.shop;
  const amount = { amount: 100, currency: 'USD' };
  for (const _number of upTo(size)) {
    await container.services.credit.issue(ctx, { kind: 'store_credit', amount, customerId });
  }
  return { as };
}

/** What a signed-in customer does with what is theirs. */
export const scenes: Scenes = {
  async getProfile(stage) {
    const { as } = await signIn(stage);
    return stage.shop.api.get(me).set(as);
  },

  async updateProfile(stage) {
    const { as } = await signIn(stage);
    return stage.shop.api.patch(me).set(as).send({ firstName: 'Grace' });
  },

  async listAddresses(stage, size) {
    const { as } = await addressBook(stage, size);
    return stage.shop.api.get(`${me}/addresses`).set(as);
  },

  async createAddress(stage, size) {
    const { as } = await addressBook(stage, size);
    const entry = { address, isDefaultShipping: true, isDefaultBilling: true };
    return stage.shop.api.post(`${me}/addresses`).set(as).send(entry);
  },

  async getAddress(stage, size) {
    const { as, path } = await addressBook(stage, size);
    return stage.shop.api.get(path).set(as);
  },

  async updateAddress(stage, size) {
    const { as, path } = await addressBook(stage, size);
    return stage.shop.api.patch(path).set(as).send({ address, isDefaultShipping: true });
  },

  async removeAddress(stage, size) {
    const { as, path } = await addressBook(stage, size);
    return stage.shop.api.delete(path).set(as);
  },

  async claimOrder(stage, size) {
    const { claim } = await claimedOrder(stage, size);
    return claim();
  },

  async listOwnOrders(stage, size) {
    const { as, claim } = await claimedOrder(stage, size);
    await claim().expect(200);
    return stage.shop.api.get(`${me}/orders`).set(as);
  },

  async getOwnCart(stage, size) {
    const { as } = await signIn(stage);
    await stage.shop.api
      .post('/api/v1/carts')
      .set(as)
      .send({ items: goods(stage, size) });
    return stage.shop.api.get(`${me}/cart`).set(as);
  },

  async mergeCart(stage, size) {
    const { as } = await signIn(stage);
    const { id } = await openCart(stage.shop, goods(stage, size));
    return stage.shop.api.post(`${me}/cart/merge`).set(as).send({ cartId: id });
  },

  async 'mergeCart, into an open cart'(stage, size) {
    const { as } = await signIn(stage);
    const items = goods(stage, size);
    await stage.shop.api.post('/api/v1/carts').set(as).send({ items });
    const { id } = await openCart(stage.shop, items);
    return stage.shop.api.post(`${me}/cart/merge`).set(as).send({ cartId: id });
  },

  async listOwnCredit(stage, size) {
    const { as } = await storeCredit(stage, size);
    return stage.shop.api.get(`${me}/credit`).set(as);
  },

  async listOwnCreditEntries(stage, size) {
    const { as } = await storeCredit(stage, size);
    return stage.shop.api.get(`${me}/credit/entries`).set(as);
  },
};
