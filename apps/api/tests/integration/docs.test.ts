import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readExamples } from '../../src/openapi/examples.ts';
import { bundleFolder } from '../../src/openapi/reference.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Link {
  readonly href: string;
  readonly templated?: true;
}

describe('The root of the API', () => {
  test('links to addresses that exist', async () => {
    const { body, status } = await app.api.get('/api/v1');
    expect(status).toBe(200);
    const links = Object.values(body.data._links as Record<string, Link>);
    const document = await app.api.get('/openapi.json');
    const known = Object.keys(document.body.paths as object);
    const lost: string[] = [];
    for (const { href, templated } of links) {
      const path = href.replace(/\{\?.*\}$/, '');
      // 405 also counts, because a cart is created by POST.
      const isThere = templated
        ? known.includes(path)
        : [200, 405].includes((await app.api.get(href)).status);
      if (!isThere) lost.push(href);
    }
    expect(links.length).toBeGreaterThan(10);
    expect(lost).toEqual([]);
  });

  test('answers exactly as the document shows, the order of the links included', async () => {
    const { text } = await app.api.get('/api/v1');
    expect(text).toBe(JSON.stringify(readExamples()['getRoot']?.response.body));
  });
});

describe('The document', () => {
  test('is served once for each version', async () => {
    const { body, headers } = await app.api.get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const again = await app.api.get('/openapi.json').set('If-None-Match', headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  test('has an example with every success that has a body, and with every code', async () => {
    const { body } = await app.api.get('/openapi.json');
    const all = contents(body.paths);
    const hasExample = ({ example, examples }: Content) =>
      example !== undefined || examples !== undefined;
    const without = all.filter(([, content]) => !hasExample(content)).map(([place]) => place);
    expect(without).toEqual([]);
  });
});

describe('The reference', () => {
  const script = async () =>
    /src="(\/docs\/assets\/[^"]+)"/.exec((await app.api.get('/docs')).text)?.[1] ?? '';

  test('loads nothing from other hosts', async () => {
    const { text, headers } = await app.api.get('/docs');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(text).not.toMatch(/https?:\/\//);
    const start = await app.api.get('/docs/start.js');
    expect(start.text).not.toMatch(/https?:\/\//);
    expect(start.text).toContain('"telemetry":false');
  });

  test('sends its script compressed and immutable', async () => {
    const url = `${app.url}${await script()}`;
    const packed = await fetch(url, { headers: { 'Accept-Encoding': 'br' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const other = await fetch(url, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(other.headers.get('content-encoding')).toBe('gzip');
    expect(await other.text()).toBe(await packed.text());
    expect((await app.api.get('/docs/assets/scalar-0.0.0-0.js')).status).toBe(404);
  });

  test('runs the script that the registry published', async () => {
    const origin = JSON.parse(
      await readFile(path.join(bundleFolder, 'origin.json'), 'utf8'),
    ) as Record<string, string>;
    const answer = await fetch(`${app.url}${await script()}`);
    const sha256 = createHash('sha256').update(Buffer.from(await answer.arrayBuffer()));
    expect(sha256.digest('hex')).toBe(origin['sha256']);
  });

  test('explains every code', async () => {
    expect((await app.api.get('/docs/errors')).text).toContain('id="out_of_stock"');
  });
});

interface Content {
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly examples?: unknown;
}

/** Every body that the paths describe, with where it is. */
function contents(value: unknown, place = ''): [string, Content][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    key === 'content'
      ? Object.values(inner as Record<string, Content>).map((content): [string, Content] => [
          place,
          content,
        ])
      : contents(inner, `${place} ${key}`),
  );
}
