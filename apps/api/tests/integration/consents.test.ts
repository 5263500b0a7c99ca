import { loadContent } from '../../src/mails/registry.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: TestApp;
let counter = 0;

beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const anAddress = () => `reader${++counter}@example.com`;
const service = () => shop.container.services.consents;
/** A sign-up, and the job that it queues. */
async function signUp(email: string, more: { locale?: string } = {}) {
  const answer = await shop.api
    .post('/api/v1/newsletter')
    .send({ email, ...more })
    .expect(202);
  const signUp = { email: email.toLowerCase(), topics: ['newsletter'] as const, ...more };
  await service().answerSignUp(shop.ctx, signUp);
  return answer;
}
const confirm = (token: string) => shop.api.post('/api/v1/newsletter/confirm').send({ token });
const rowsOf = (addressKey: string) =>
  shop.ctx.db.prisma.consent.findMany({ where: { addressKey }, orderBy: { id: 'asc' } });
const requestOf = (addressKey: string) =>
  shop.ctx.db.prisma.newsletterRequest.findUniqueOrThrow({ where: { addressKey } });
const mailsFor = async (email: string) => {
  const { id } = await requestOf(email);
  return shop.ctx.db.prisma.event.count({
    where: { type: 'newsletter.requested', payload: { path: ['requestId'], equals: id } },
  });
};
const tokenFor = async (email: string) => service().confirmTokenOf((await requestOf(email)).id);

async function subscribed(): Promise<string> {
  const email = anAddress();
  await signUp(email);
  await confirm(await tokenFor(email)).expect(200);
  return email;
}

test('ten sign-ups of an address at the same time leave one pending row and send one mail (case 5)', async () => {
  const email = anAddress();
  const answers = await Promise.all(Array.from({ length: 10 }, () => signUp(email)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(await rowsOf(email)).toMatchObject([{ state: 'pending', level: 'single_opt_in' }]);
  expect(await mailsFor(email)).toBe(1);
});

test('a sign-up counts once its link is confirmed by POST; opening the page changes nothing (case 5)', async () => {
  const email = anAddress();
  await signUp(email);
  await shop.api.get('/account/newsletter').expect(200);
  const topic = 'newsletter' as const;
  expect(await service().marketingTerms(shop.ctx, { email, topic })).toBeUndefined();
  expect((await rowsOf(email)).map(({ state }) => state)).toEqual(['pending']);
  const token = await tokenFor(email);
  expect((await confirm(token).expect(200)).body.data).toEqual({ status: 'confirmed' });
  expect((await confirm(token).expect(200)).body.data).toEqual({ status: 'already_confirmed' });
  expect((await rowsOf(email)).at(-1)).toMatchObject({
    state: 'subscribed',
    level: 'confirmed_opt_in',
    wording: 'newsletter-2026-11',
  });
  expect(await service().marketingTerms(shop.ctx, { email, topic })).toBeDefined();
});

test('a token that is wrong, of another use or older than a week confirms nothing', async () => {
  const email = anAddress();
  await signUp(email);
  const token = await tokenFor(email);
  await confirm(`${token.slice(0, -2)}__`).expect(404);
  await confirm(token.replace('nlc_', 'nlu_')).expect(404);
  await shop.ctx.db.prisma.newsletterRequest.update({
    where: { addressKey: email },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  await confirm(token).expect(404);
  expect((await rowsOf(email)).map(({ state }) => state)).toEqual(['pending']);
});

test('a subscribed address gets the same answer, and no mail', async () => {
  const email = await subscribed();
  await shop.ctx.db.prisma.newsletterRequest.update({
    where: { addressKey: email },
    data: { sentAt: new Date(0) },
  });
  const { body } = await signUp(email);
  expect(body.data).toEqual({ status: 'accepted' });
  expect(await mailsFor(email)).toBe(1);
  expect((await rowsOf(email)).at(-1)).toMatchObject({ state: 'subscribed' });
});

test('one click unsubscribes without a sign-in, as RFC 8058 has it', async () => {
  const email = await subscribed();
  const terms = await service().marketingTerms(shop.ctx, { email, topic: 'newsletter' });
  expect(terms?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const [, url = ''] = /^<(.+)>$/.exec(terms?.headers['List-Unsubscribe'] ?? '') ?? [];
  const { pathname } = new URL(url);
  const { headers } = await shop.api.get(pathname).expect(302);
  expect(headers['location']).toMatch(/\/account\/unsubscribe#token=nlu_/);
  await shop.api.post(pathname).type('form').send('Something=Else').expect(400);
  expect((await rowsOf(email)).at(-1)).toMatchObject({ state: 'subscribed' });
  await shop.api.post(pathname).type('form').send('List-Unsubscribe=One-Click').expect(204);
  await shop.api.post(pathname).type('form').send('List-Unsubscribe=One-Click').expect(204);
  const rows = await rowsOf(email);
  expect(rows.map(({ state }) => state)).toEqual(['pending', 'subscribed', 'unsubscribed']);
  expect(await service().marketingTerms(shop.ctx, { email, topic: 'newsletter' })).toBeUndefined();
  await shop.api.post('/api/v1/newsletter/unsubscribe').send({ token: terms?.token }).expect(200);
});

test('a sign-up that no one confirms is pending for a week, and then what was said before holds', async () => {
  const email = await subscribed();
  const terms = await service().marketingTerms(shop.ctx, { email, topic: 'newsletter' });
  await shop.api.post('/api/v1/newsletter/unsubscribe').send({ token: terms?.token }).expect(200);
  const age = (days: number) => new Date(Date.now() - days * 86_400_000);
  await shop.ctx.db.prisma.newsletterRequest.update({
    where: { addressKey: email },
    data: { sentAt: age(1) },
  });
  await signUp(email);
  const { userId, customerId } = await signInPerson(shop.container);
  await shop.ctx.db.prisma.user.update({ where: { id: userId }, data: { emailKey: email } });
  const stateOf = async () =>
    (await service().own(shop.ctx, customerId)).find(({ topic }) => topic === 'newsletter')?.state;
  expect(await stateOf()).toBe('pending');
  // Neither the sign-up of a stranger nor its end undoes the opt-out.
  const row = { email, topic: 'newsletter', wording: 'x', level: 'confirmed_opt_in' } as const;
  await service().import(shop.ctx, [{ ...row, state: 'subscribed' }]);
  expect(await stateOf()).toBe('pending');
  await shop.ctx.db.prisma.$executeRaw`ALTER TABLE consents DISABLE TRIGGER consents_append_only`;
  await shop.ctx.db.prisma.consent.updateMany({
    where: { addressKey: email, state: 'pending' },
    data: { createdAt: age(7.01) },
  });
  await shop.ctx.db.prisma.$executeRaw`ALTER TABLE consents ENABLE TRIGGER consents_append_only`;
  expect(await stateOf()).toBe('unsubscribed');
  const once = anAddress();
  await signUp(once);
  await signUp(once.toUpperCase());
  expect(await rowsOf(once)).toHaveLength(1);
  expect(await mailsFor(once)).toBe(1);
});

test('customers see and change what they agree to, once their address is proved', async () => {
  const { as } = await signInPerson(shop.container);
  const { body } = await shop.api
    .put('/api/v1/me/consents')
    .set(as)
    .send({ consents: [{ topic: 'offers', subscribed: true }] })
    .expect(200);
  const states = (data: { topic: string; state: string }[]) =>
    Object.fromEntries(data.map(({ topic, state }) => [topic, state]));
  expect(states(body.data)).toEqual({
    newsletter: 'not_subscribed',
    offers: 'subscribed',
    surveys: 'not_subscribed',
  });
  const { body: read } = await shop.api.get('/api/v1/me/consents').set(as).expect(200);
  expect(read.data).toEqual(body.data);
  const unproved = await signInPerson(shop.container, { isVerified: false });
  await shop.api.get('/api/v1/me/consents').set(unproved.as).expect(403);
});

test('an imported consent of an unknown level allows no mail, and undoes no opt-out', async () => {
  const unknown = anAddress();
  const row = { topic: 'newsletter', state: 'subscribed', wording: 'old shop' } as const;
  await service().import(shop.ctx, [{ ...row, email: unknown, level: 'unknown' }]);
  const topic = 'newsletter' as const;
  expect(await service().marketingTerms(shop.ctx, { email: unknown, topic })).toBeUndefined();
  const known = anAddress();
  await service().import(shop.ctx, [{ ...row, email: known, level: 'existing_customer' }]);
  expect(await service().marketingTerms(shop.ctx, { email: known, topic })).toBeDefined();

  const out = await subscribed();
  const terms = await service().marketingTerms(shop.ctx, { email: out, topic });
  await service().unsubscribe(shop.ctx, { token: terms?.token ?? '' });
  const taken = await service().import(shop.ctx, [
    { ...row, email: out, level: 'confirmed_opt_in' },
  ]);
  expect(taken).toBe(0);
});

test('staff import consents with their levels; a second import changes nothing, and a list without a level is refused', async () => {
  const path = '/api/v1/admin/consents/import';
  const send = (consents: readonly object[]) => shop.api.post(path).set(asStaff).send({ consents });
  const [email, both, out] = [anAddress(), anAddress(), await subscribed()];
  const row = { topic: 'newsletter', state: 'subscribed', level: 'single_opt_in', wording: 'old' };
  const rows = [
    { ...row, email: email.toUpperCase() },
    { ...row, email: both, state: 'unsubscribed' },
    { ...row, email: both },
    { ...row, email: out, state: 'unsubscribed' },
  ];
  const { body } = await send(rows).expect(200);
  expect(body.data).toEqual({ given: 4, taken: 3 });
  const { body: again } = await send(rows).expect(200);
  expect(again.data.taken).toBe(0);
  expect(await rowsOf(email)).toMatchObject([{ level: 'single_opt_in', source: 'import' }]);
  expect((await rowsOf(both)).map(({ state }) => state)).toEqual(['unsubscribed']);
  expect((await rowsOf(out)).at(-1)?.state).toBe('unsubscribed');
  await send([{ ...row, email, level: undefined }]).expect(400);
  await send(Array.from({ length: 1001 }, () => ({ ...row, email }))).expect(400);
  const { as } = await signInPerson(shop.container);
  await shop.api.post(path).set(as).send({ consents: rows }).expect(403);
});

test('an erasure leaves a hash that honours the opt-out', async () => {
  const email = await subscribed();
  const person = await signInPerson(shop.container, { email });
  const { body } = await shop.api
    .post('/api/v1/me/erasure')
    .set(person.as)
    .send({ confirm: true })
    .expect(202);
  await shop.container.services.dataRequests.erase(shop.ctx, body.data.id);
  expect(await rowsOf(email)).toEqual([]);
  const taken = await service().import(shop.ctx, [
    { email, topic: 'newsletter', state: 'subscribed', level: 'confirmed_opt_in', wording: 'x' },
  ]);
  expect(taken).toBe(0);
});

test('rows of consents are never changed', async () => {
  const email = await subscribed();
  const change = shop.ctx.db.prisma.consent.updateMany({
    where: { addressKey: email },
    data: { state: 'unsubscribed' },
  });
  await expect(change).rejects.toThrow('constraint violated');
  await expect(
    shop.ctx.db.prisma.consent.deleteMany({ where: { addressKey: email } }),
  ).rejects.toThrow('constraint violated');
});

test('the confirmation is written in the language of the sign-up', async () => {
  const email = anAddress();
  await signUp(email, { locale: 'de-DE' });
  const content = await loadContent('newsletter.confirmation');
  const draft = await content.prepare(shop.ctx, { requestId: (await requestOf(email)).id });
  expect(draft).toMatchObject({ email, locale: 'de-DE' });
});

test('a sign-up is answered before anything is known of the address, by a job that has all of it', async () => {
  const email = anAddress();
  await shop.api
    .post('/api/v1/newsletter')
    .send({ email, topics: ['offers'], locale: 'de-DE' })
    .expect(202);
  expect(await rowsOf(email)).toEqual([]);
  const { rows } = await shop.container.database.pool.query(
    `SELECT payload FROM graphile_worker._private_jobs WHERE payload ->> 'email' = $1`,
    [email],
  );
  expect(rows).toMatchObject([{ payload: { email, topics: ['offers'], locale: 'de-DE' } }]);
});
