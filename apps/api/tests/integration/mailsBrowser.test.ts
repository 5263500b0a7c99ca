import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { apiRoot, projectRoot } from '../../src/config/paths.ts';
import { loadContents } from '../../src/mails/registry.ts';
import { writeMail } from '../../src/services/email/writeMail.ts';
import { languages } from '../../src/utils/locale.ts';
import { findBrowser, openPage, type Page } from '../helpers/browser.ts';
import { testShop } from '../helpers/mails.ts';

// The mails as people see them. UPDATE_SCREENSHOTS=1 keeps the pictures that the guide shows.

jest.setTimeout(120_000);

const browser = findBrowser();
const inBrowser = browser === undefined ? describe.skip : describe;
const isUpdate = process.env['UPDATE_SCREENSHOTS'] !== undefined;
const images = path.join(projectRoot, 'docs/images');
const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-mails-'));
const shop = {
  ...testShop,
  shopName: 'Nordlicht',
  footer: ['Nordlicht GmbH', 'Hafenstr. 12, 20457 Hamburg', 'hilfe@nordlicht.example'],
  orderPageUrl: 'https://nordlicht.example/orders/{id}',
  staffOrderPageUrl: 'https://staff.nordlicht.example/orders/{id}',
  mediaUrl: pathToFileURL(path.join(apiRoot, 'assets/mails/examples')).href,
};

const views = [
  { width: 600, scheme: 'light', picture: '600' },
  { width: 320, scheme: 'light', picture: '320' },
  { width: 600, scheme: 'dark', picture: 'dark' },
] as const;

/** The mails whose screenshots are kept, with their names. */
const kept = new Map([
  ['order.confirmation-3-de', 'mail-confirmation-de'],
  ['refund.refunded-0-en', 'mail-refund'],
  ['payment.amount_mismatch-0-en', 'mail-staff'],
]);

const files = (await loadContents()).flatMap(({ mail, examples }) =>
  examples.flatMap(({ draft }, index) =>
    languages.map((language) => {
      const content = writeMail({ ...draft, locale: language }, mail.to, {
        ...shop,
        locale: language,
      });
      const name = `${mail.name}-${index}-${language}`;
      writeFileSync(path.join(folder, `${name}.html`), content?.html ?? '');
      return name;
    }),
  ),
);

inBrowser('A mail in a browser (skipped without Chromium: set CHROME_PATH)', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser ?? '');
  });
  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true });
  });

  const numberOf = async (expression: string) => Number(await page.evaluate(expression));

  test.each(views)('fits, at $width pixels, $scheme', async ({ width, scheme, picture }) => {
    await page.useColourScheme(scheme);
    for (const name of files) {
      await page.useSize(width, 400);
      await page.open(pathToFileURL(path.join(folder, `${name}.html`)).href);
      expect([name, await numberOf('document.documentElement.scrollWidth')]).toEqual([name, width]);
      expect([name, await page.evaluate(unreadable)]).toEqual([name, []]);
      const image = path.join(images, `${kept.get(name)}-${picture}.png`);
      if (!kept.has(name) || (existsSync(image) && !isUpdate)) continue;
      await page.useSize(width, await numberOf('document.documentElement.scrollHeight'));
      writeFileSync(image, await page.screenshot());
    }
  });

  test('loads every picture, and logs no error', async () => {
    expect(page.errors).toEqual([]);
    expect(page.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });
});

/** The texts whose contrast with the background is below WCAG's 4.5. */
const unreadable = `(() => {
  const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = (color) => {
    const [r, g, b] = rgb(color).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgb(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const isShown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  const texts = [...document.body.querySelectorAll('*')].filter((element) =>
    isShown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return texts.filter((element) => {
    const tones = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort((a, b) => a - b);
    return (tones[1] + 0.05) / (tones[0] + 0.05) < 4.5;
  }).map((element) => element.textContent.trim().slice(0, 40));
})()`;
