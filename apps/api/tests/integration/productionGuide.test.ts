import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { loadConfig } from '../../src/config/index.ts';
import { projectRoot } from '../../src/config/paths.ts';
import { handledEvents } from '../../src/integrations/stripe/webhookEvents.ts';
import { createClusterMetrics } from '../../src/processes/clusterMetrics.ts';
import { startTestApp } from '../helpers/app.ts';

const guides = path.join(projectRoot, 'docs/guides');
const guide = readFileSync(path.join(guides, 'production.md'), 'utf8');
const alerts = path.join(guides, 'production/alerts.yml');
const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tests that need programs which not every machine has. */
const describeWith = (...programs: string[]) =>
  programs.every((program) => spawnSync(program, ['--help']).error === undefined)
    ? describe
    : describe.skip;

/** A possible content of a secret's file. */
function secretOf(name: string): string {
  if (name === 'SMTP_URL') return 'smtps://user:password@mail.example:465';
  if (name === 'JWT_SIGNING_KEY') return newDevelopmentKeys().JWT_SIGNING_KEY;
  const start = { STRIPE_SECRET_KEY: 'sk_live_', STRIPE_WEBHOOK_SECRET: 'whsec_' }[name] ?? '';
  return `${start}${randomBytes(24).toString('hex')}`;
}

describe('The production guide', () => {
  test('sets all that a shop in production needs, and nothing unknown', () => {
    const [, block = ''] = /^## 1[^]*?^```sh\n([^]*?)^```/m.exec(guide) ?? [];
    const variables = [...block.matchAll(/^([A-Z_]+)=(.*?)(?: +#.*)?$/gm)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    const values = variables.map(([name, value]) => {
      const plain = name.replace(/_FILE$/, '');
      return [plain, plain === name ? value : secretOf(plain)];
    });
    const config = loadConfig(Object.fromEntries(values), { alone: true });
    expect(config).toMatchObject({ isProduction: true, mail: { embedded: false } });
    const documented = readFileSync(path.join(projectRoot, '.env.example'), 'utf8');
    for (const [name] of variables) expect(documented).toContain(`${name.replace(/_FILE$/, '')}=`);
  });

  test('names the Stripe events that the shop acts on', () => {
    const [, named = ''] = /^```text\n([^]*?)^```/m.exec(guide) ?? [];
    expect(named.trim().split('\n').toSorted()).toEqual(handledEvents.toSorted());
  });

  test('alerts on metrics that the shop serves', async () => {
    const app = await startTestApp();
    try {
      const figures = app.container.metrics.registry.getMetricsAsArray();
      const cluster = await createClusterMetrics(() => ({ http: 1 })).collect();
      const shown = [...figures.map(({ name }) => name), ...cluster.matchAll(/^# HELP (\w+)/gm)];
      const known = new Set(shown.map((name) => (typeof name === 'string' ? name : name[1])));
      const rules = readFileSync(alerts, 'utf8');
      const named = [...rules.matchAll(/\b((?:http|jobs?|stripe|db|cluster)_\w+)/g)];
      expect(named.length).toBeGreaterThan(8);
      for (const [, name = ''] of named)
        expect(known).toContain(name.replace(/_(count|bucket)$/, ''));
    } finally {
      await app.close();
    }
  });
});

describeWith('promtool')('The alerts (skipped without promtool)', () => {
  test('are accepted by Prometheus', () => {
    expect(execFileSync('promtool', ['check', 'rules', alerts], { encoding: 'utf8' })).toContain(
      'SUCCESS',
    );
  });
});

describeWith('nginx', 'openssl')('The configuration of nginx (skipped without nginx)', () => {
  test('is accepted by nginx', () => {
    const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
    const subject = ['-subj', '/CN=shop.example', '-keyout', key, '-out', certificate];
    execFileSync('openssl', [...request, ...subject], { stdio: 'ignore' });
    const shop = readFileSync(path.join(guides, 'production/nginx.conf'), 'utf8')
      .replace(/(?<=ssl_certificate +)\S+(?=;)/, certificate)
      .replace(/(?<=ssl_certificate_key +)\S+(?=;)/, key)
      // Low ports need privileges.
      .replaceAll(/(?<=listen .*)\b80\b/g, '8080')
      .replaceAll(/(?<=listen .*)\b443\b/g, '8443');
    const main = path.join(folder, 'nginx.conf');
    writeFileSync(main, `pid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${shop}\n}\n`);
    const { status, stderr } = spawnSync('nginx', ['-t', '-e', 'stderr', '-c', main], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
  });
});
