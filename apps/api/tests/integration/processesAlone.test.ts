import { freePort } from '../../src/db/embedded/freePort.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { startEntry } from '../helpers/entry.ts';
import { eventually } from '../helpers/eventually.ts';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The variables of a process that runs alone; nothing listens on the addresses of Stripe and the mail server. */
const surroundings = () => ({
  DATABASE_URL: database.url,
  STRIPE_API_BASE: 'http://127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
});

async function startAlone(
  name: 'server' | 'worker',
  env: NodeJS.ProcessEnv = {},
  metricsHost = '127.0.0.1',
) {
  const [port, metricsPort] = [await freePort(0), await freePort(0)];
  const process = startEntry(`src/${name}.ts`, {
    env: { ...surroundings(), PORT: String(port), METRICS_PORT: String(metricsPort), ...env },
  });
  const figuresAt = async (host: string) => {
    const answer = await fetch(`http://${host}:${metricsPort}/metrics`).catch(() => undefined);
    return await answer?.text();
  };
  const figures = await eventually(() => figuresAt(metricsHost));
  return { ...process, api: `http://127.0.0.1:${port}`, figures, figuresAt };
}

test('an HTTP process that runs alone serves its metrics on METRICS_PORT, and not to the public', async () => {
  const { child, result, api, figures } = await startAlone('server');
  expect(figures).toContain('http_requests_in_flight 0');
  expect((await fetch(`${api}/health/ready`)).status).toBe(200);
  expect((await fetch(`${api}/metrics`)).status).toBe(404);
  child.kill('SIGTERM');
  expect(await result).toMatchObject({ code: 0, stderr: '' });
});

test('so does a job worker', async () => {
  const { child, result, figures } = await startAlone('worker');
  expect(figures).toContain('jobs_total');
  child.kill('SIGTERM');
  expect(await result).toMatchObject({ code: 0, stderr: '' });
});

/** Linux has all of 127.0.0.0/8, which gives the machine a second address. */
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('The metrics of a process that listens on all addresses (tested on Linux)', () => {
  test.each(['server', 'worker'] as const)(
    'are served to the machine of a %s only, unless METRICS_HOST says otherwise',
    async (name) => {
      const quiet = await startAlone(name, { HOST: '0.0.0.0' });
      expect(await quiet.figuresAt('127.0.0.2')).toBeUndefined();
      quiet.child.kill('SIGTERM');
      await quiet.result;
      const shown = await startAlone(name, { METRICS_HOST: '127.0.0.2' }, '127.0.0.2');
      expect(shown.figures).toContain('# HELP');
      expect(await shown.figuresAt('127.0.0.1')).toBeUndefined();
      shown.child.kill('SIGTERM');
      await shown.result;
    },
  );
});
