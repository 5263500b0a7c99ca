import { staffPermissions } from '../../src/kernel/permissions.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { createProduct } from '../helpers/catalog.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { loadScenes } from '../scenes/loadScenes.ts';
import type { Stage } from '../scenes/scene.ts';

/** What staff write without an entry, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const scenes = await loadScenes();
let shop: SalesApp;
let stage: Stage;

beforeAll(async () => {
  // Cards are authorized first, so that there is something to capture.
  shop = await startSalesApp({ env: { STRIPE_CAPTURE_METHOD: 'manual', RATE_LIMIT_MAX: '0' } });
  const { variantIds } = await createProduct(shop.ctx, {
    variants: Array.from({ length: 2 }, () => ({ stock: 1000 })),
  });
  stage = { shop, variantIds };
}, 60_000);
afterAll(() => shop.close());

/** The operations by which staff change something. */
function writes(): string[] {
  const ofStaff = new Set<string>(staffPermissions);
  return apiRoutes(shop.container)
    .filter(({ method, permission }) => method !== 'get' && ofStaff.has(permission))
    .map(({ operationId }) => operationId);
}

describe('Whatever staff change', () => {
  test('has a scene below, and each exception is such an operation', () => {
    const played = new Set(scenes.map(([name]) => name.split(',')[0]));
    expect(writes().filter((operation) => !played.has(operation))).toEqual([]);
    expect(writes().length).toBeGreaterThan(10);
    expect(Object.keys(EXCEPTIONS).filter((name) => !writes().includes(name))).toEqual([]);
  });

  test('leaves an entry in the audit log, by whom and from where', async () => {
    const due = new Set(writes().filter((operation) => !(operation in EXCEPTIONS)));
    const silent: string[] = [];
    for (const [name, scene] of scenes.filter(([name]) => due.has(name.split(',')[0] ?? ''))) {
      const { status, headers, text } = await scene(stage, 1);
      if (status >= 300) throw new Error(`${name}: ${status} ${text}`);
      const requestId = headers['x-request-id'] as string;
      const where = { requestId, ip: '127.0.0.1' };
      const entries = await shop.ctx.db.prisma.auditEntry.findMany({ where });
      if (!entries.some(({ actor }) => actor === 'adminKey')) silent.push(name);
    }
    expect(silent).toEqual([]);
  });
});
