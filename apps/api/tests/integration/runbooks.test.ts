import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';
import { API_BASE } from '../../src/routes/base.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { checks } from '../../src/services/doctor/checks.ts';
import { loadJobs } from '../../src/jobs/registry.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { readSources } from '../helpers/sources.ts';

// A runbook is read in an emergency, when no one has time to find its mistakes.

const folder = path.join(projectRoot, 'docs/runbooks');
const pages = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(path.join(folder, name), 'utf8'),
}));
const all = pages.map(({ text }) => text).join('\n');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const found = (pattern: RegExp) => [...new Set([...all.matchAll(pattern)].map(([, text]) => text))];

describe('The runbooks', () => {
  test('name existing routes', () => {
    const shape = (route: string) => route.replaceAll(/\{\w+\}|:\w+/g, '*');
    const known = apiRoutes(app.container).map(({ method, path }) =>
      shape(`${method.toUpperCase()} ${API_BASE}${path}`),
    );
    const named = found(/`((?:GET|POST|PATCH|PUT|DELETE) \/api\/v1\/[\w/{}-]+)/g);
    expect(named.length).toBeGreaterThan(5);
    for (const route of named) expect(known).toContain(shape(route ?? ''));
  });

  test('name existing metrics', async () => {
    const exposed = app.container.metrics.registry.getMetricsAsArray().map(({ name }) => name);
    const named = found(/\b((?:http|jobs?|stripe|db)_\w+_(?:total|seconds|state|connections))\b/g);
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(exposed).toContain(name);
  });

  test('name existing checks and jobs', async () => {
    const named = found(/\*\*([A-Z]\d[a-z]?)\*\*/g);
    expect(named.length).toBeGreaterThan(10);
    // "S2" means S2a and S2b.
    const ids = checks.map(({ id }) => id);
    for (const name of named) expect(ids.some((id) => id.startsWith(name ?? '?'))).toBe(true);
    const known = (await loadJobs()).map(({ name }) => name);
    for (const name of found(/'((?:payments|webhooks|orders)\.\w+)'/g)) {
      expect(known).toContain(name);
    }
  });

  test('link to existing pages', () => {
    const names = pages.map(({ name }) => name);
    for (const link of found(/\]\(([\w-]+\.md)\)/g)) expect(names).toContain(link);
  });

  test('query only tables that the shop uses, and none that an earlier release has left behind', async () => {
    const { rows } = await app.container.database.pool.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const queries = found(/```sql\n([\s\S]*?)```/g).join('\n');
    const used = readSources(path.join(projectRoot, 'apps/api/src'))
      .filter(({ path: file }) => !file.startsWith('db/'))
      .map(({ text }) => text)
      .join('\n');
    const has = (text: string, table: string) => new RegExp(`\\b${table}\\b`).test(text);
    const queried = rows.map(({ name }) => name).filter((table) => has(queries, table));
    expect(queried).toContain('provider_events');
    expect(queried.filter((table) => !has(used, table))).toEqual([]);
  });

  test.each(pages.filter(({ text }) => text.includes('```sql')))(
    '$name: its SQL runs on the current schema',
    async ({ text }) => {
      const client = await app.container.database.pool.connect();
      try {
        for (const [, sql] of text.matchAll(/```sql\n([\s\S]*?)```/g)) {
          await expect(client.query(`BEGIN; ${sql}`)).resolves.toBeDefined();
          await client.query('ROLLBACK');
        }
      } finally {
        client.release();
      }
    },
  );
});
