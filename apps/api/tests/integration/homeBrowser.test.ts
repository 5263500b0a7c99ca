import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectRoot } from '../../src/config/paths.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { findBrowser, openPage, type Page } from '../helpers/browser.ts';
import { startShop, type RunningShop } from '../helpers/shop.ts';

// The pages as people see them. UPDATE_SCREENSHOTS=1 keeps the pictures that the README shows.

jest.setTimeout(120_000);

const browser = findBrowser();
const inBrowser = browser === undefined ? describe.skip : describe;
const isUpdate = process.env['UPDATE_SCREENSHOTS'] !== undefined;
const images = path.join(projectRoot, 'docs/images');
const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-home-'));

inBrowser('In a browser (skipped without Chromium: set CHROME_PATH)', () => {
  let shop: RunningShop;
  let page: Page;

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const metrics = { METRICS_PORT: String(await freePort(0)) };
    shop = await startShop(folder, { DEMO_SEED: 'true', ...metrics });
    page = await openPage(browser ?? '');
  });
  afterAll(async () => {
    await page.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page's requests to other hosts. */
  const strangers = () =>
    page.requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).host !== ourHost());
  const ourHost = () => new URL(shop.base).host;

  /** Waits until the pictures of the demo catalogue have derivatives, which the screenshot shows. */
  async function jobsAreDone(): Promise<void> {
    while (!/✓ 0 due/.test(String(await page.evaluate('document.body.innerText')))) {
      await delay(500);
      await page.open(shop.base);
    }
  }

  async function keep(name: string): Promise<void> {
    const file = path.join(images, name);
    if (!isUpdate && existsSync(file)) return;
    mkdirSync(images, { recursive: true });
    writeFileSync(file, await page.screenshot());
  }

  test('the page of a running shop shows its state and its first products', async () => {
    await page.open(shop.base);
    const text = String(await page.evaluate('document.body.innerText'));
    expect(text).toContain('The shop is open');
    expect(text).toMatch(/Database\n✓ ok/i);
    const products = await page.evaluate(
      `[...document.querySelectorAll('.products li')].map((item) => item.innerText)`,
    );
    expect(products).toHaveLength(12);
    for (const product of products as string[])
      expect(product).toMatch(/\w.*\n(from )?\$\d+\.\d\d/);
  });

  test('every picture loads, and has a text alternative', async () => {
    if (isUpdate) await jobsAreDone();
    const broken = await page.evaluate(
      `(async () => {
        const pictures = [...document.images];
        for (const picture of pictures) { picture.loading = 'eager'; await picture.decode().catch(() => {}); }
        return pictures.filter(({ naturalWidth, alt }) => !naturalWidth || !alt).map(({ src }) => src);
      })()`,
    );
    expect(broken).toEqual([]);
    expect(await page.evaluate('document.images.length')).toBe(12);
    await keep('landing.png');
  });

  test('its links lead to existing pages', async () => {
    const links = await page.evaluate(`[...document.links].map(({ href }) => href)`);
    expect((links as string[]).length).toBeGreaterThan(15);
    const titles = String(await page.evaluate(`document.querySelector('.links').innerText`));
    for (const title of ['Mail', 'Payments', 'Metrics', 'API reference'])
      expect(titles).toContain(title);
    for (const link of links as string[])
      expect([link, (await fetch(link)).status]).toEqual([link, 200]);
  });

  test('the page of mails shows each of them in a frame, with its pictures', async () => {
    await page.open(`${shop.base}/dev/mails`);
    const [frames, pictures] = (await page.evaluate(`(async () => {
      const frames = [...document.querySelectorAll('iframe')];
      const loaded = frames.map((frame) => new Promise((go) => {
        frame.loading = 'eager';
        if (frame.contentDocument?.body?.innerText) go();
        frame.addEventListener('load', go);
      }));
      await Promise.all(loaded);
      const pictures = frames.flatMap(({ contentDocument }) => [...contentDocument.images]);
      for (const picture of pictures) await picture.decode().catch(() => {});
      return [frames.length, pictures.map(({ naturalWidth }) => naturalWidth > 0)];
    })()`)) as [number, boolean[]];
    expect(frames).toBeGreaterThan(20);
    expect(pictures.length).toBeGreaterThan(5);
    expect(pictures).not.toContain(false);
    await page.open(shop.base);
  });

  test('it follows the light or dark color scheme', async () => {
    const ground = 'getComputedStyle(document.body).backgroundColor';
    await page.useColourScheme('dark');
    expect(await page.evaluate(ground)).toBe('rgb(22, 24, 27)');
    await page.useColourScheme('light');
    expect(await page.evaluate(ground)).toBe('rgb(250, 249, 247)');
  });

  test('the reference shows the operations', async () => {
    await page.open(`${shop.base}/docs`);
    // It is drawn by its script, after the page has loaded.
    const shown = await page.evaluate(`(async () => {
      const isDrawn = () => document.body.innerText.includes('Gift cards');
      for (let tries = 0; tries < 200 && !isDrawn(); tries++) {
        await new Promise((go) => setTimeout(go, 100));
      }
      return isDrawn();
    })()`);
    expect(shown).toBe(true);
    await keep('reference.png');
  });

  test('nothing logs an error, and nothing loads from another host', () => {
    expect(page.requests.length).toBeGreaterThan(15);
    expect(strangers()).toEqual([]);
    expect(page.errors).toEqual([]);
  });
});
