import { openOwnCart } from '../helpers/ownCarts.ts';
import {
  beginSetup,
  confirmSetup,
  consent,
  saveCard,
  savedCards,
  writeCards,
} from '../helpers/savedCards.ts';
import { address } from '../helpers/salesApp.ts';
import { goods, post, signIn, type Scenes } from './scene.ts';

/** What a signed-in customer does with saved cards. */
export const scenes: Scenes = {
  async listSavedPaymentMethods(stage, size) {
    const { shop } = stage;
    const person = await signIn(stage);
    await writeCards(shop, person, size);
    return shop.api.get(savedCards).set(person.as);
  },

  async startPaymentMethodSetup(stage, size) {
    const { shop } = stage;
    const person = await signIn(stage);
    await writeCards(shop, person, size);
    return shop.api.post(`${savedCards}/setup`).set(person.as).send({ consent });
  },

  async savePaymentMethod(stage, size) {
    const { shop } = stage;
    const person = await signIn(stage);
    await writeCards(shop, person, size);
    const setup = await beginSetup(shop, person);
    await confirmSetup(setup);
    const { setupIntentId } = setup;
    return shop.api.post(savedCards).set(person.as).send({ setupIntentId });
  },

  async updateSavedPaymentMethod(stage, size) {
    const { shop } = stage;
    const person = await signIn(stage);
    const [id] = await writeCards(shop, person, size);
    return shop.api.patch(`${savedCards}/${id}`).set(person.as).send({ isDefault: true });
  },

  async removeSavedPaymentMethod(stage, size) {
    const { shop } = stage;
    const person = await signIn(stage);
    const [id] = await writeCards(shop, person, size);
    return shop.api.delete(`${savedCards}/${id}`).set(person.as);
  },

  async 'checkoutCart, with a saved card'(stage, size) {
    const { shop } = stage;
    const person = await signIn(stage);
    const { id: paymentMethodId } = await saveCard(shop, person);
    const cart = await openOwnCart(shop, person, goods(stage, size));
    await shop.api
      .patch(`/api/v1/carts/${cart.id}`)
      .set(person.as)
      .send({
        email: 'ada@example.com',
        shippingAddress: address,
        shippingOptionId: shop.shippingOptionId,
      })
      .expect(200);
    return post(stage, `/carts/${cart.id}/checkout`, person.as).send({
      paymentProvider: 'stripe',
      paymentMethodId,
    });
  },
};
