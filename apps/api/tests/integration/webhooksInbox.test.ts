import { providerWebhookOperation } from '../../src/openapi/providerWebhook.ts';
import {
  deliver,
  eventOf,
  jobsOfEvent,
  keptEvent,
  processEvent,
  signatureOf,
} from '../helpers/stripeEvents.ts';
import { startSalesApp, webhookSecret, type SalesApp } from '../helpers/salesApp.ts';

const OLD_SECRET = 'whsec_old';

let shop: SalesApp;

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_WEBHOOK_SECRET: `${webhookSecret},${OLD_SECRET}` } });
});

afterAll(() => shop.close());

const process = (id: string) => processEvent(shop, id);

const sixMinutesAgo = () => Math.floor(Date.now() / 1000) - 360;

describe('POST /webhooks/stripe', () => {
  test('stores a signed event with its job, once, however often it is delivered', async () => {
    const payload = eventOf('payment_intent.succeeded', 'pi_1', 'evt_once');
    for (let delivery = 1; delivery <= 3; delivery++) {
      const { body } = await deliver(shop, payload).expect(200);
      expect(body).toEqual({ received: true });
    }
    expect(await keptEvent(shop, 'evt_once')).toMatchObject({
      type: 'payment_intent.succeeded',
      processedAt: null,
    });
    expect(await jobsOfEvent(shop, 'evt_once')).toBe(1);
  });

  test('stores an event that the shop does not use as processed', async () => {
    await deliver(shop, eventOf('customer.created', 'cus_1', 'evt_unused')).expect(200);
    expect((await keptEvent(shop, 'evt_unused'))?.processedAt).toBeInstanceOf(Date);
    expect(await jobsOfEvent(shop, 'evt_unused')).toBe(0);
  });

  test('accepts the signature of the old secret during a rotation', async () => {
    const payload = eventOf('customer.created', 'cus_1', 'evt_old');
    await deliver(shop, payload, signatureOf(payload, OLD_SECRET)).expect(200);
    expect(await keptEvent(shop, 'evt_old')).not.toBeNull();
  });

  test.each([
    ['with another secret', (payload: string) => signatureOf(payload, 'whsec_other')],
    ['six minutes ago', (payload: string) => signatureOf(payload, webhookSecret, sixMinutesAgo())],
    ['in no form we know', () => 'garbage'],
    ['with nothing', () => ''],
    ['with an empty signature', () => 't=1,v1='],
    ['with an empty signature of now', () => `t=${Math.floor(Date.now() / 1000)},v1=`],
    ['with separators alone', () => 't==,v1=='],
  ])('refuses a body that is signed %s', async (_how, sign) => {
    const payload = eventOf('customer.created', 'cus_1', 'evt_bad');
    const { body } = await deliver(shop, payload, sign(payload)).expect(400);
    expect(body.code).toBe('invalid_signature');
    expect(await keptEvent(shop, 'evt_bad')).toBeNull();
  });

  test('refuses a request without a signature or a body', async () => {
    const url = '/api/v1/webhooks/stripe';
    const unsigned = await shop.api.post(url).send({ id: 'evt_bad' }).expect(400);
    const empty = await shop.api.post(url).set('Stripe-Signature', 't=1,v1=00').expect(400);
    for (const { body } of [unsigned, empty]) expect(body.code).toBe('invalid_signature');
    expect(unsigned.body.detail).toMatch(/^The header stripe-signature is missing\. stripe sends /);
    expect(empty.body.detail).toMatch(/^The stripe-signature does not match the body/);
    const { headers } = await shop.api.get(url).expect(405);
    expect(headers['allow']).toBe('POST');
  });

  test.each([
    ['truncated', (header: string) => header.slice(0, -8)],
    ['cut before the signature', (header: string) => header.split(',')[0] ?? ''],
    ['without its time', (header: string) => header.split(',')[1] ?? ''],
    ['of another scheme', (header: string) => header.replace('v1=', 'v0=')],
    ['behind a false one', (header: string) => `t=1,v1=${'0'.repeat(64)}, ${header}`],
    ['with another time', (header: string) => header.replace(/^t=\d+/, 't=1')],
  ])('refuses a signature that is %s', async (_how, change) => {
    const payload = eventOf('customer.created', 'cus_1', 'evt_odd');
    const header = signatureOf(payload);
    const { body } = await deliver(shop, payload, change(header)).expect(400);
    expect(body.code).toBe('invalid_signature');
    expect(await keptEvent(shop, 'evt_odd')).toBeNull();
  });

  test('accepts a header that a proxy has doubled', async () => {
    const payload = eventOf('customer.created', 'cus_1', 'evt_doubled');
    const header = signatureOf(payload);
    await deliver(shop, payload, `${header}, ${header}`).expect(200);
    expect(await keptEvent(shop, 'evt_doubled')).not.toBeNull();
  });

  test.each([
    ['is no JSON', '{"id": "evt_1", ', 'malformed_json'],
    ['has a NUL between its tokens', '{"id":\u0000"evt_1"}', 'malformed_json'],
    ['is null', 'null', 'validation_failed'],
    ['is a list', '[]', 'validation_failed'],
    ['is a number', '42', 'validation_failed'],
    ['has no id', '{"type":"a.b","data":{"object":{}}}', 'validation_failed'],
    [
      'has a number for its type',
      '{"id":"evt_1","type":7,"data":{"object":{}}}',
      'validation_failed',
    ],
    ['is of nothing', '{"id":"evt_1","type":"a.b","data":{}}', 'validation_failed'],
    [
      'has an id with U+0000',
      String.raw`{"id":"evt_\u0000","type":"a.b","data":{"object":{}}}`,
      'validation_failed',
    ],
    [
      'is a thin event',
      '{"id":"evt_1","object":"v2.core.event","type":"v1.billing.meter.error_report_triggered"}',
      'validation_failed',
    ],
  ])('refuses a signed body that %s', async (_what, payload, code) => {
    const { body } = await deliver(shop, payload).expect(400);
    expect(body.code).toBe(code);
  });

  test('stores bodies that jsonb would refuse, byte for byte', async () => {
    const name = String.raw`NUL \u0000, half a pair \ud800, a whole one \ud83d\ude00`;
    const payload = `{"id":"evt_text","type":"customer.created","data":{"object":{"id":"cus_1","name":"${name}"}}}`;
    await deliver(shop, payload).expect(200);
    expect((await keptEvent(shop, 'evt_text'))?.payload).toBe(payload);
  });

  test('stores an event whose object has an unusual id, or none', async () => {
    const odd = String.raw`{"id":"evt_odd_object","type":"a.b","data":{"object":{"id":"\u0000"}}}`;
    await deliver(shop, odd).expect(200);
    expect(await keptEvent(shop, 'evt_odd_object')).toMatchObject({ objectId: null });
    await deliver(
      shop,
      '{"id":"evt_balance","type":"balance.available","data":{"object":{}}}',
    ).expect(200);
    await process('evt_balance');
  });

  test.each([
    ['for a provider that the shop does not have', 'unknown', {}, 404, 'route_not_found'],
    [
      'in a coding that the shop cannot unpack',
      'stripe',
      { 'Content-Encoding': 'compress' },
      415,
      'unsupported_media_type',
    ],
  ])('refuses what comes %s, as its document says', async (_what, name, coding, status, code) => {
    const payload = eventOf('customer.created', 'cus_1');
    const { body } = await shop.api
      .post(`/api/v1/webhooks/${name}`)
      .set({ 'Content-Type': 'application/json', 'Stripe-Signature': signatureOf(payload) })
      .set(coding)
      .send(payload)
      .expect(status);
    expect(body.code).toBe(code);
    const { responses } = providerWebhookOperation({});
    expect(responses).toHaveProperty(`${status}.content.application/problem+json.examples.${code}`);
  });

  test('refuses 10 MB with a 413', async () => {
    const payload = eventOf('customer.created', 'x'.repeat(10_000_000), 'evt_huge');
    const { body } = await deliver(shop, payload).expect(413);
    expect(body.code).toBe('payload_too_large');
  });

  test('refuses a body that was changed after it was signed', async () => {
    const payload = eventOf('payment_intent.succeeded', 'pi_1', 'evt_changed');
    const header = signatureOf(payload);
    await deliver(shop, payload.replace('pi_1', 'pi_2'), header).expect(400);
    expect(await keptEvent(shop, 'evt_changed')).toBeNull();
  });
});
