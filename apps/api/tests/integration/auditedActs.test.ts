import { isDeepStrictEqual } from 'node:util';
import { staffPermissions } from '../../src/kernel/permissions.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { createProduct } from '../helpers/catalog.ts';
import { documentedActs } from '../helpers/documentedActs.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { loadScenes } from '../scenes/loadScenes.ts';
import type { Stage } from '../scenes/scene.ts';

/** What staff write without an entry, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

/** Acts whose entries have no before and after that differ, and why. */
const WITHOUT_CHANGE: Readonly<Record<string, string>> = {
  captureOrder: 'It asks a provider, whose answer decides; the amount is in the details.',
  importConsents: 'Each consent is a row that stays; how many is in the details.',
  refreshCustomerGroup: 'It asks a job; who joins and leaves are events.',
  retryRefund: 'It asks a provider once more; the refund has its history.',
  takeApiKey: 'Here the admin key takes what the admin key has made.',
  takeMachineClient: 'Here the admin key takes what the admin key has made.',
};

const scenes = await loadScenes();
const documented = await documentedActs();
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

const ofStaff = new Set<string>(staffPermissions);
const operationOf = (scene: string) => scene.split(',')[0] ?? '';

/** The operations by which staff change something, or read. */
function operations({ reads }: { reads: boolean }): string[] {
  return apiRoutes(shop.container)
    .filter(({ method, permission }) => (method === 'get') === reads && ofStaff.has(permission))
    .map(({ operationId }) => operationId);
}
const writes = () => operations({ reads: false });

/** Plays a scene. @returns the entries that its request has left. */
async function entriesOf([name, scene]: (typeof scenes)[number]) {
  const { status, headers, text } = await scene(stage, 1);
  if (status >= 300) throw new Error(`${name}: ${status} ${text}`);
  const requestId = headers['x-request-id'] as string;
  const where = { requestId, ip: '127.0.0.1', actor: 'adminKey' };
  return shop.ctx.db.prisma.auditEntry.findMany({ where });
}

describe('Whatever staff change', () => {
  test('has a scene below, and each exception is such an operation', () => {
    const played = new Set(scenes.map(([name]) => operationOf(name)));
    expect(writes().filter((operation) => !played.has(operation))).toEqual([]);
    expect(writes().length).toBeGreaterThan(10);
    const excused = [...Object.keys(EXCEPTIONS), ...Object.keys(WITHOUT_CHANGE)];
    expect(excused.filter((name) => !writes().includes(name))).toEqual([]);
  });

  test('leaves an entry in the audit log: by whom, from where, and what was before and after', async () => {
    const due = new Set(writes().filter((operation) => !(operation in EXCEPTIONS)));
    const [silent, unchanged, unlisted] = [[], [], []] as [string[], string[], string[]];
    for (const played of scenes.filter(([name]) => due.has(operationOf(name)))) {
      const [name] = played;
      const entries = await entriesOf(played);
      if (entries.length === 0) silent.push(name);
      const isChange = entries.some(({ before, after }) => !isDeepStrictEqual(before, after));
      if (isChange === operationOf(name) in WITHOUT_CHANGE) unchanged.push(name);
      unlisted.push(...entries.map(({ action }) => action).filter((act) => !documented.has(act)));
    }
    expect({ silent, unchanged, unlisted }).toEqual({ silent: [], unchanged: [], unlisted: [] });
  }, 60_000);
});

test('Whatever the admin key reads leaves an entry, which names the operation', async () => {
  const reads = new Set(operations({ reads: true }));
  const silent: string[] = [];
  for (const played of scenes.filter(([name]) => reads.has(operationOf(name)))) {
    const subject = operationOf(played[0]);
    const entries = await entriesOf(played);
    if (!entries.some((entry) => entry.action === 'adminKey.read' && entry.subject === subject))
      silent.push(played[0]);
  }
  expect(reads.size).toBeGreaterThan(10);
  expect(silent).toEqual([]);
}, 60_000);
