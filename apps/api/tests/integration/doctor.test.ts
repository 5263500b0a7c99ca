import { checks } from '../../src/services/doctor/checks.ts';
import { createProduct } from '../helpers/catalog.ts';
import { doctor } from '../helpers/doctor.ts';
import { startLivedInShop } from '../helpers/livedInShop.ts';
import { placeOrder } from '../helpers/orders.ts';
import type { SalesApp } from '../helpers/salesApp.ts';
import { asStaff, untilPaymentStatus } from '../helpers/staff.ts';

jest.setTimeout(60_000);

let shop: SalesApp;

beforeAll(async () => {
  shop = await startLivedInShop();
});
afterAll(() => shop.close());

describe('A healthy shop', () => {
  test('passes every check, each with rows to check', async () => {
    const { healthy: isHealthy, findings } = await doctor.examine(shop.ctx);
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(isHealthy).toBe(true);
    const examined = findings.filter(({ examined }) => examined > 0).map(({ id }) => id);
    // What only a breakage brings: unprocessed events, failed jobs, workflows and reconciliations,
    // or the minute before audit entries are sealed.
    const empty = findings.map(({ id }) => id).filter((id) => !examined.includes(id));
    const mayBeEmpty = ['P4', 'R4', 'K3', 'E2', 'E3', 'J1', 'W1', 'W2', 'W3', 'W4', 'W5', 'A5'];
    expect(mayBeEmpty).toEqual(expect.arrayContaining(empty));
  });

  test('is reported as healthy over HTTP, quickly and to staff only', async () => {
    const { body } = await shop.api.get('/api/v1/admin/doctor').set(asStaff).expect(200);
    expect(body.data.healthy).toBe(true);
    const cheap = checks.filter(({ cheap }) => cheap).map(({ id }) => id);
    expect(body.data.findings.map(({ id }: { id: string }) => id)).toEqual(cheap);
    await shop.api.get('/api/v1/admin/doctor').expect(401);
  });

  test('is examined while it works: operations in progress are no findings', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 100 }] });
    const shopping = { isOver: false };
    const shoppers = Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const placed = await placeOrder(shop, variantIds[0] ?? '');
        if (index % 3 === 0) return;
        await shop.confirm(
          placed.secret,
          index % 3 === 1 ? 'pm_card_visa' : 'pm_card_chargeDeclined',
        );
        if (index % 3 === 1) await untilPaymentStatus(shop, placed, 'paid');
      }),
    ).finally(() => (shopping.isOver = true));
    let examinations = 0;
    do {
      const { findings } = await doctor.examine(shop.ctx);
      expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
      examinations += 1;
    } while (!shopping.isOver);
    await shoppers;
    expect(examinations).toBeGreaterThan(0);
  });

  test('is examined only for the given time', async () => {
    const { healthy: isHealthy, findings } = await doctor.examine(shop.ctx, { timeLimitMs: 0 });
    expect(isHealthy).toBe(false);
    expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['skipped']));
  });
});
