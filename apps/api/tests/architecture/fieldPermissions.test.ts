import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../../src/config/index.ts';
import { projectRoot } from '../../src/config/paths.ts';
import { createContainer, type Container } from '../../src/container.ts';
import { fieldPermissions } from '../../src/kernel/fieldPermissions.ts';
import { buildDocument } from '../../src/openapi/document.ts';
import { readExamples } from '../../src/openapi/examples.ts';
import { apiRoutes } from '../../src/routes/index.ts';

/** Schema, member, permissions. */
const rows = Object.entries(fieldPermissions).flatMap(([schema, members]) =>
  Object.entries<readonly string[]>(members).map(
    ([member, permissions]) => [schema, member, permissions] as const,
  ),
);

describe('Members that need a permission besides', () => {
  let container: Container;
  let schemas: Record<string, { properties?: Record<string, { description?: string }> }>;

  beforeAll(async () => {
    container = await createContainer(
      loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://127.0.0.1:1/none' }),
    );
    const { components } = buildDocument(apiRoutes(container), readExamples());
    schemas = (components?.schemas ?? {}) as typeof schemas;
  });
  afterAll(() => container.close());

  test.each(rows)(
    'are null without it, as the API document says: %s.%s',
    (schema, member, permissions) => {
      const property = schemas[schema]?.properties?.[member];
      expect(JSON.stringify(property)).toContain('null');
      for (const permission of permissions) {
        expect(property?.description).toContain(`\`${permission}\``);
      }
    },
  );

  test('are those of the table in the document of security', () => {
    const text = readFileSync(path.join(projectRoot, 'docs/security/README.md'), 'utf8');
    const documented = [...text.matchAll(/^\| `(\w+)\.(\w+)` +\| (.+?) +\|/gm)].map(
      ([, schema, member, cell = '']) => [
        schema,
        member,
        [...cell.matchAll(/`(\w+:\w+)`/g)].map(([, permission]) => permission),
      ],
    );
    expect(documented).toEqual(rows);
  });
});
