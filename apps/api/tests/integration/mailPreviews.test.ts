import supertest from 'supertest';
import { buildApp } from '../../src/app.ts';
import { loadContents } from '../../src/mails/registry.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({});
});
afterAll(() => app.close());

describe('The page of mail previews', () => {
  test('shows every mail with its examples', async () => {
    const { text, status } = await app.api.get('/dev/mails');
    expect(status).toBe(200);
    for (const { mail, examples } of await loadContents()) {
      expect(text).toContain(`<h2 id="${mail.name}">`);
      examples.forEach((_example, index) =>
        expect(text).toContain(`src="/dev/mails/${mail.name}/${index}?locale=en"`),
      );
    }
  });

  test.each([
    ['de', 'Ihre Bestellung 1001'],
    ['en', 'Your order 1001'],
    ['fr', 'Your order 1001'],
    ['<b>', 'Your order 1001'],
  ])('shows them in %s', async (locale, subject) => {
    const query = { locale };
    const { text } = await app.api.get('/dev/mails').query(query);
    expect(text).toContain(subject);
    expect(text).not.toContain('<b>');
    const mail = await app.api.get('/dev/mails/order.confirmation/0').query(query);
    expect(mail.text).toContain(subject);
    expect(mail.headers['content-security-policy']).toMatch(/^sandbox .*default-src 'none'/);
    expect(mail.headers).not.toHaveProperty('x-frame-options');
  });

  test('has a picture for every item', async () => {
    const { text } = await app.api.get('/dev/mails/order.confirmation/0');
    const pictures = [...text.matchAll(/<img src="([^"]+)"/g)].map(([, url = '']) => url);
    expect(pictures).toHaveLength(2);
    for (const url of pictures) {
      const { headers } = await app.api.get(url).expect(200);
      expect(headers['content-type']).toBe('image/svg+xml');
    }
  });

  test.each(['none/0', 'order.confirmation/99', 'order.confirmation/x'])(
    'has no mail at %s',
    async (address) => {
      const { body } = await app.api.get(`/dev/mails/${address}`).expect(404);
      expect(body.code).toBe('not_found');
    },
  );

  test('shows nothing to a foreign page', async () => {
    for (const url of ['/dev/mails', '/dev/mails/order.confirmation/0']) {
      const { status } = await app.api.get(url).set('Origin', 'https://evil.example');
      expect([url, status]).toEqual([url, 403]);
    }
  });

  test.each(['/dev/mails', '/dev/mails/order.confirmation/0', '/dev/mails/pictures/tote.svg'])(
    'does not exist in production: %s',
    async (url) => {
      const config = { ...app.container.config, isProduction: true };
      const response = await supertest(buildApp({ ...app.container, config })).get(url);
      expect(response.status).toBe(404);
      expect(response.body).toMatchObject({ code: 'route_not_found' });
    },
  );
});
