import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { apiRoot } from '../../src/config/paths.ts';
import { domains } from '../../src/domains/domains.ts';
import type { Route } from '../../src/kernel/route.ts';
import type { Words } from '../../src/mails/content.ts';
import type { Mail } from '../../src/mails/defineMail.ts';
import { confirmation } from '../../src/mails/orders/confirmation.ts';
import { orderExamples } from '../../src/mails/orders/examples.ts';
import { loadContents } from '../../src/mails/registry.ts';
import { API_BASE } from '../../src/routes/base.ts';
import { writeMail } from '../../src/services/email/writeMail.ts';
import { languages } from '../../src/utils/locale.ts';
import { customerMail, testShop } from '../helpers/mails.ts';

const contents = await loadContents();
const shop = {
  ...testShop,
  shopName: 'A & B "Shop"',
  logoUrl: 'https://shop.test/logo.png',
  footer: ['A & B Ltd', '1 Main St'],
  orderPageUrl: 'https://shop.test/orders/{id}?token={token}',
  staffOrderPageUrl: 'https://staff.shop.test/{number}',
};

/** Every example of every mail in every language. */
const written = contents.flatMap(({ mail, examples }) =>
  examples.flatMap(({ title, draft }) =>
    languages.map((language) => {
      const content = writeMail({ ...draft, locale: language }, mail.to, {
        ...shop,
        locale: language,
      });
      if (!content) throw new Error(`${mail.name}, ${title}: an example says nothing`);
      return { name: `${mail.name}, ${title}, ${language}`, language, ...content };
    }),
  ),
);
const byName = written.map((mail) => [mail.name, mail] as const);

/** The text of HTML, and its link targets. */
function readable(html: string): string {
  const entities = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&#x3D;': '=', '&#160;': ' ' };
  const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, url = '']) => url);
  const text = html
    .replaceAll(/<!--[^]*?-->|<head>[^]*?<\/head>|<style[^]*?<\/style>|<[^>]*>/g, ' ')
    .concat(' ', links.join(' '));
  return Object.entries(entities).reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

const tokensOf = (text: string) => new Set(text.split(/(?:[\s():·×-]|,\B)+/).filter(Boolean));

/** Each declared route as the pattern of a call in a mail. */
async function declaredCalls(): Promise<RegExp[]> {
  const folder = path.join(apiRoot, 'src/routes');
  const files = readdirSync(folder).filter((file) => file.endsWith('.routes.ts'));
  const modules = await Promise.all(
    files.map(async (file) => (await import(path.join(folder, file))) as Record<string, object>),
  );
  return modules
    .flatMap((exports) => Object.values(exports).flatMap((routes) => Object.values(routes)))
    .flatMap((route: Partial<Pick<Route, 'method' | 'path'>> | null) =>
      route?.method && route.path
        ? new RegExp(
            `^${route.method.toUpperCase()} ${API_BASE}${route.path.replaceAll(/:\w+/g, '[^/\\s]+')}$`,
          )
        : [],
    );
}

const callsIn = (text: string) => text.match(/\b(?:GET|POST|PUT|PATCH|DELETE) \/\S+/g) ?? [];

describe('Every mail', () => {
  test('that a domain declares has content, and there is no other content', () => {
    const declared = domains.flatMap((domain): readonly Mail[] =>
      'mails' in domain ? domain.mails : [],
    );
    expect(contents.map(({ mail }) => mail.name).sort()).toEqual(
      declared.map(({ name }) => name).sort(),
    );
    expect(declared.length).toBeGreaterThan(10);
  });

  test.each(byName)('is complete: %s', (_name, { subject, text, html, language }) => {
    expect(subject).toMatch(/^\S.*\S$/);
    for (const form of [subject, text, html]) {
      expect(form).not.toMatch(/undefined|NaN|\[object|\{\{/);
    }
    expect(text).not.toMatch(/[{}]|\n{3}|^\s|\s$/);
    expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}"`));
  });

  test.each(byName)('says the same as text and as HTML: %s', (_name, { subject, text, html }) => {
    // The logo replaces the name, and a mail client shows the subject.
    const inHtml = tokensOf(`${readable(html)} ${shop.shopName} ${subject}`);
    const inText = tokensOf(`${text} ${subject} ${shop.shopName}`);
    expect([...inText].filter((token) => !inHtml.has(token))).toEqual([]);
    expect([...inHtml].filter((token) => !inText.has(token))).toEqual([]);
  });

  test('names only calls of the API that a route declares', async () => {
    const declared = await declaredCalls();
    const calls = written.flatMap(({ text }) => callsIn(text));
    expect(
      new Set(calls.map((call) => call.split('/').slice(3, 5).join('/'))).size,
    ).toBeGreaterThan(3);
    expect(calls.filter((call) => !declared.some((route) => route.test(call)))).toEqual([]);
  });

  test.each(byName)('loads nothing but pictures of the shop: %s', (_name, { html }) => {
    const sources = [...html.matchAll(/(?:src|url\()=?["']?([^"')\s]+)/g)].map(([, url]) => url);
    const foreign = sources.filter((url) => !/^https:\/\/(api\.)?shop\.test\//.test(url ?? ''));
    expect(foreign).toEqual([]);
    expect(html).not.toMatch(/<script|<link|@import|<iframe|<form/);
  });
});

describe('The texts', () => {
  const mails = path.join(apiRoot, 'src/mails');
  const folders = readdirSync(mails, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );

  test.each(folders.map(({ name }) => name))(
    'of %s have the same keys and values in every language',
    async (folder) => {
      const { words } = (await import(path.join(mails, folder, 'words.ts'))) as {
        words: Words<string>;
      };
      const shapes = languages.map((language) =>
        Object.fromEntries(
          Object.entries(words[language]).map(([key, message]) => [key, valuesOf(message)]),
        ),
      );
      for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    },
  );

  test('are in the preferred language if the shop has it, or else in the shop’s own', () => {
    const order = orderExamples['paid'];
    if (!order) throw new Error('There is no such example');
    const subjectFor = (locale: string | null, own: string) =>
      customerMail(confirmation, { ...order, locale }, { locale: own }).subject;
    expect(subjectFor('de-AT', 'en')).toContain('Ihre Bestellung');
    expect(subjectFor('fr-FR', 'en')).toContain('Your order');
    expect(subjectFor('fr-FR', 'de')).toContain('Ihre Bestellung');
    expect(subjectFor(null, 'de')).toContain('Ihre Bestellung');
  });

  test('have amounts, dates and countries of the locale', () => {
    const order = orderExamples['paid'];
    if (!order) throw new Error('There is no such example');
    const textFor = (locale: string) =>
      customerMail(confirmation, { ...order, locale }).text.replaceAll('\u00a0', ' ');
    expect(textFor('de-DE')).toContain('Gesamtbetrag: 103,85 €');
    expect(textFor('de-AT')).toContain('Gesamtbetrag: € 103,85');
    expect(textFor('en-GB')).toContain('Total: €103.85');
    expect(textFor('de-Latn-AT-u-nu-arab-x-any')).toContain('Gesamtbetrag: € 103,85');
    expect(textFor('de-DE')).toContain('10115 Berlin\nDeutschland');
  });
});

describe('The templates', () => {
  test.each(['customer', 'staff'])('of mails to %s are generated from their sources', (name) => {
    const folder = path.join(apiRoot, 'assets/mails');
    const hash = createHash('sha256');
    for (const file of [`${name}.mjml`, 'head.mjml']) {
      hash.update(readFileSync(path.join(folder, file)));
    }
    const template = readFileSync(path.join(folder, `${name}.html.hbs`), 'utf8');
    // After a change: npm run mails:html
    expect(template.split('\n')[0]).toContain(`(${hash.digest('hex').slice(0, 16)})`);
    // Each space would be sent and encoded with every mail.
    expect(template).not.toMatch(/^[\t ]/m);
  });

  test('keep the subject on one line, whatever the shop is called', () => {
    const order = orderExamples['paid'];
    if (!order) throw new Error('There is no such example');
    const { subject } = customerMail(confirmation, order, { shopName: 'A\r\nBcc: b@c.example' });
    expect(subject).toBe('Your order 1001 at A Bcc: b@c.example');
  });

  test('have a button to the order with the order token of a guest, in a readable colour', () => {
    const order = orderExamples['paid'];
    if (!order) throw new Error('There is no such example');
    const { html } = customerMail(confirmation, order, { ...shop, color: '#ffee00' });
    expect(html).toContain(
      `href="https://shop.test/orders/${order.id}?token&#x3D;token%20of%20${order.id}"`,
    );
    expect(html).toMatch(/background: #ffee00; color: #000000/);
    expect(customerMail(confirmation, order, shop).html).toMatch(/color: #ffffff/);
    expect(customerMail(confirmation, order).html).not.toContain('<a ');
  });
});

const literal = new IntlMessageFormat('text', 'en').getAst()[0]?.type;

/** The names of the values that a message needs, and the choices that it makes by them. */
function valuesOf(message: string): string[] {
  type Element = ReturnType<IntlMessageFormat['getAst']>[number];
  const within = (element: Element): string[] => {
    if ('options' in element) {
      const inner = Object.values(element.options).flatMap(({ value }) => value.flatMap(within));
      return [`${element.value}: ${Object.keys(element.options).join()}`, ...inner];
    }
    return element.type === literal || !('value' in element) ? [] : [element.value];
  };
  const elements = new IntlMessageFormat(message, 'en').getAst();
  return [...new Set(elements.flatMap(within))].sort();
}
