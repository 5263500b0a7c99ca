import type { Db } from '../src/db/client.ts';
import { withShopAt, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

/** Sign-up for newsletters, its confirmation, and the way out. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const email = 'reader@example.com';
  await recorder.record('subscribeToNewsletter', { body: { email, locale: 'en-US' } });
  const ctxOf = (db: Db) =>
    ({ db, actor: { kind: 'system', id: 'examples' }, requestId: 'req_examples' }) as const;
  const confirmation = await withShopAt(place, async ({ database, services }) => {
    // The job of the sign-up, wherever it would run.
    await services.consents.answerSignUp(ctxOf(database), { email, topics: ['newsletter'] });
    const where = { addressKey: email };
    const { id } = await database.prisma.newsletterRequest.findUniqueOrThrow({ where });
    return services.consents.confirmTokenOf(id);
  });
  await recorder.record('confirmNewsletter', { body: { token: confirmation } });
  await recorder.refused('confirmNewsletter', 'not_found', { body: { token: 'nlc_wrong' } });
  const terms = await withShopAt(place, ({ database, services }) =>
    services.consents.marketingTerms(ctxOf(database), { email, topic: 'newsletter' }),
  );
  await recorder.record('unsubscribeFromNewsletter', { body: { token: terms?.token } });
  await recorder.refused('unsubscribeFromNewsletter', 'not_found', {
    body: { token: 'nlu_wrong' },
  });
  await recorder.record('setConsents', {
    body: { consents: [{ topic: 'offers', subscribed: true }] },
  });
  await recorder.record('getConsents');
  const wording = 'old shop, form of 2024';
  const consent = { email, topic: 'offers', level: 'confirmed_opt_in', wording };
  await recorder.record('importConsents', {
    body: { consents: [{ ...consent, state: 'subscribed' }] },
  });
  const { level: _level, ...unproved } = consent;
  await recorder.refused('importConsents', 'validation_failed', {
    body: { consents: [{ ...unproved, state: 'subscribed' }] },
  });
}
