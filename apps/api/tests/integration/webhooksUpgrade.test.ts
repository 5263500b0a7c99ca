import { processEvent, keptEvent } from '../helpers/stripeEvents.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;

beforeAll(async () => {
  shop = await startSalesApp();
});

afterAll(() => shop.close());

describe('During a rolling restart, an event that a process of the previous release', () => {
  const payload = JSON.stringify({
    id: 'evt_old',
    type: 'payment_intent.succeeded',
    livemode: true,
    data: { object: { id: 'pi_1' } },
  });

  test('stores in its inbox is in the new one, and its job acts on it', async () => {
    const { prisma } = shop.ctx.db;
    await prisma.stripeEvent.create({
      data: { id: 'evt_old', type: 'payment_intent.succeeded', objectId: 'pi_1', payload },
    });
    expect(await keptEvent(shop, 'evt_old')).toMatchObject({
      payload,
      objectId: 'pi_1',
      processedAt: null,
    });
    await processEvent(shop, 'evt_old');
    expect(await keptEvent(shop, 'evt_old')).toMatchObject({ outcome: 'not_ours' });
  });

  test('processes is not processed again', async () => {
    const { prisma } = shop.ctx.db;
    await prisma.stripeEvent.create({ data: { id: 'evt_done', type: 'a.b', payload } });
    const done = { processedAt: new Date(), outcome: 'acted_on', attempts: 2 };
    await prisma.stripeEvent.update({ where: { id: 'evt_done' }, data: done });
    expect(await keptEvent(shop, 'evt_done')).toMatchObject(done);
  });

  test('writes again does not undo the result of the new one', async () => {
    const { prisma } = shop.ctx.db;
    await prisma.stripeEvent.update({ where: { id: 'evt_old' }, data: { attempts: 3 } });
    expect(await keptEvent(shop, 'evt_old')).toMatchObject({ outcome: 'not_ours', attempts: 0 });
  });
});
