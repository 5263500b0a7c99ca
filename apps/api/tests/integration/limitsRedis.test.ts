import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { hasRedis, startRedis, type Redis } from '../helpers/redis.ts';

let redis: Redis;
let apps: TestApp[];

const guess = (app: TestApp | undefined, address: string) => {
  if (!app) throw new Error('There is no such app');
  return app.api
    .post('/api/v1/gift-cards/balance')
    .set('X-Forwarded-For', address)
    .send({ code: '0000-0000-0000-0000' });
};
const browse = (app: TestApp | undefined, address: string) => {
  if (!app) throw new Error('There is no such app');
  return app.api.get('/api/v1/products').set('X-Forwarded-For', address);
};

// Redis is none of a developer's duties: without it these are skipped, and named as skipped.
(hasRedis ? describe : describe.skip)('Processes with one Redis', () => {
  beforeAll(async () => {
    redis = await startRedis();
    const env = {
      REDIS_URL: redis.url,
      JWT_SECRET: 'of one shop',
      TRUST_PROXY: '1',
      RATE_LIMIT_MAX: '20',
      CODE_RATE_LIMIT_MAX: '7',
      PROOF_OF_WORK_AFTER: '1',
    };
    apps = [await startTestApp(env), await startTestApp(env)];
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await redis.stop();
  });

  test('share an exact limit, and let not one request more through when they race', async () => {
    const answers = await Promise.all(
      Array.from({ length: 18 }, (_, i) => guess(apps[i % 2], '198.51.100.1')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(7);
    expect(statuses.filter((status) => status === 429)).toHaveLength(11);
    const { rows } = await (apps[0] as TestApp).container.database.pool.query(
      'SELECT * FROM limit_counts',
    );
    expect(rows).toEqual([]);
  });

  test('share the limit of browsing a moment later', async () => {
    for (let i = 0; i < 20; i++) expect((await browse(apps[0], '198.51.100.2')).status).toBe(200);
    let admitted = 0;
    await eventually(async () => {
      const { status } = await browse(apps[1], '198.51.100.2');
      if (status === 200) admitted++;
      return status === 429;
    });
    expect(admitted).toBeLessThanOrEqual(3);
  });

  test('take what can be taken once, once', async () => {
    const taken = await Promise.all(
      Array.from(
        { length: 10 },
        async (_, i) => await apps[i % 2]?.container.services.limits.claim('it', 60),
      ),
    );
    expect(taken.filter((isFirst) => isFirst)).toHaveLength(1);
  });

  test('refuse guesses while it is frozen or stopped, and go on afterwards', async () => {
    redis.freeze();
    const started = performance.now();
    expect((await guess(apps[0], '198.51.100.3')).status).toBe(503);
    expect(performance.now() - started).toBeLessThan(3000);
    expect((await browse(apps[0], '198.51.100.3')).status).toBe(200);
    redis.thaw();
    await eventually(async () => (await guess(apps[0], '198.51.100.3')).status === 404);

    await redis.stop();
    expect((await guess(apps[1], '198.51.100.3')).status).toBe(503);
    expect((await browse(apps[1], '198.51.100.3')).status).toBe(200);
    redis = await startRedis(Number(new URL(redis.url).port));
    await eventually(async () => (await guess(apps[1], '198.51.100.4')).status === 404);
  });
});
