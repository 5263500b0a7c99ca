import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

let readers = 0;

/** An address that has signed up for newsletters. */
async function signedUp({ shop }: Stage): Promise<string> {
  const email = `reader${++readers}.${Date.now()}@example.com`;
  const { consents } = shop.container.services;
  await consents.answerSignUp(shop.ctx, { email, topics: ['newsletter'] });
  const { id } = await shop.ctx.db.prisma.newsletterRequest.findUniqueOrThrow({
    where: { addressKey: email },
  });
  return consents.confirmTokenOf(id);
}

/** Newsletters. */
export const scenes: Scenes = {
  subscribeToNewsletter: (stage) =>
    post(stage, '/newsletter').send({ email: `new${++readers}.${Date.now()}@example.com` }),

  confirmNewsletter: async (stage) =>
    post(stage, '/newsletter/confirm').send({ token: await signedUp(stage) }),

  async unsubscribeFromNewsletter(stage) {
    const { services } = stage.shop.container;
    const email = `out${++readers}.${Date.now()}@example.com`;
    const topic = 'newsletter';
    const state = 'subscribed';
    const level = 'confirmed_opt_in';
    await services.consents.import(stage.shop.ctx, [{ email, topic, state, level, wording: 'x' }]);
    const terms = await services.consents.marketingTerms(stage.shop.ctx, { email, topic });
    return post(stage, '/newsletter/unsubscribe').send({ token: terms?.token });
  },

  importConsents: (stage, size) =>
    post(stage, '/admin/consents/import', asStaff).send({
      consents: upTo(size).map((index) => ({
        email: `imported${index}.${Date.now()}@example.com`,
        topic: 'offers',
        state: 'subscribed',
        level: 'unknown',
        wording: 'x',
      })),
    }),

  async getConsents({ shop }) {
    const { as } = await signInPerson(shop.container);
    return shop.api.get('/api/v1/me/consents').set(as);
  },

  async setConsents({ shop }) {
    const { as } = await signInPerson(shop.container);
    const consents = [{ topic: 'offers', subscribed: true }];
    return shop.api.put('/api/v1/me/consents').set(as).send({ consents });
  },
};
