import sharp from 'sharp';
import { registerAccount } from './accounts.ts';
import { createCategory, createProduct } from './catalog.ts';
import { checkoutWith, issueCard, usd } from './credit.ts';
import { eventually } from './eventually.ts';
import { placedOf, placeOrder } from './orders.ts';
import { refund } from './refunds.ts';
import { startSalesApp, type SalesApp } from './salesApp.ts';
import { asStaff, untilPaymentStatus } from './staff.ts';
import { createReconciliationService } from '../../src/services/reconciliation.service.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { newId } from '../../src/kernel/ids.ts';

/** A shop with rows of every kind, created through its API. */
export async function startLivedInShop(): Promise<SalesApp> {
  const shop = await startSalesApp({ worker: true });
  const { id: category } = await createCategory(shop.ctx, 'goods');
  const { variantIds } = await createProduct(shop.ctx, {
    categories: [category],
    variants: [{ stock: 50 }, { stock: 1 }],
  });
  const [plenty = '', scarce = ''] = variantIds;
  await payLateOrder(shop, scarce);
  const paid = await placeOrder(shop, [{ variantId: plenty, quantity: 2 }]);
  await shop.confirm(paid.secret);
  await untilPaymentStatus(shop, paid, 'paid');
  await placeOrder(shop, plenty, { provider: 'manual' });
  await placeOrder(shop, plenty);
  await giveCredit(shop);
  await keepFiles(shop);
  await spendGiftCard(shop, plenty);
  await disputePayments(shop, plenty);
  await eventually(async () => {
    // The jobs of its events, its webhooks and its refund are done.
    const { due } = await shop.container.services.queue.health(shop.ctx);
    return due === 0;
  });
  await fillAuditLog(shop);
  const options = { settleSeconds: 0 };
  await createReconciliationService({ ...shop.container.services, options }).run(shop.ctx);
  return shop;
}

/** A public picture, whose smaller versions a job makes, and a document of a customer. */
async function keepFiles(shop: SalesApp): Promise<void> {
  const { userId } = await registerAccount(shop);
  const { id } = await shop.ctx.db.prisma.customer.findUniqueOrThrow({ where: { userId } });
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a6' } });
  const files = [
    [await picture.png().toBuffer(), 'a.png', { visibility: 'public' }],
    [Buffer.from('a,b\n1,2\n'), 'a.csv', { visibility: 'customer', customerId: id }],
  ] as const;
  for (const [bytes, name, fields] of files) {
    const sent = shop.api.post('/api/v1/admin/media/files').set(asStaff).field(fields);
    await sent.attach('file', bytes, name).expect(201);
  }
}

/** A late payment for an order whose stock is sold; it is refunded. */
async function payLateOrder(shop: SalesApp, variantId: string): Promise<void> {
  const { orders, inventory } = shop.container.services;
  const late = await placeOrder(shop, variantId);
  await orders.transition(shop.ctx, late.orderId, { order: 'expired', reason: 'for the test' });
  await inventory.release(shop.ctx, late.orderId);
  await placeOrder(shop, variantId, { provider: 'manual' });
  await shop.confirm(late.secret);
  await untilPaymentStatus(shop, late, 'refunded');
}

/** Three disputed payments: one open, one won, one lost. */
async function disputePayments(shop: SalesApp, variantId: string): Promise<void> {
  const ends = [
    [undefined, 'disputed'],
    ['win', 'paid'],
    ['lose', 'refunded'],
  ] as const;
  for (const [decision, paymentStatus] of ends) {
    const disputed = await placeOrder(shop, variantId);
    await shop.confirm(disputed.secret, 'pm_card_createDispute');
    await untilPaymentStatus(shop, disputed, 'disputed');
    if (decision === undefined) continue;
    const { prisma } = shop.ctx.db;
    const dispute = await prisma.dispute.findFirstOrThrow({
      where: { paymentId: disputed.paymentId },
    });
    await shop.control('POST', `disputes/${dispute.providerId}/${decision}`);
    await untilPaymentStatus(shop, disputed, paymentStatus);
  }
}

/** An order that a gift card pays in full, partly refunded to it. */
async function spendGiftCard(shop: SalesApp, variantId: string): Promise<void> {
  const card = await issueCard(shop, 100_000);
  const { body } = await checkoutWith(shop, variantId, { cards: [card] });
  await refund(shop, placedOf(body.data), { amount: usd(500) }).expect(201);
}

/** Entries under several seals, some of them erased. */
async function fillAuditLog({ ctx, container }: SalesApp): Promise<void> {
  const { audit } = container.services;
  for (const part of ['first', 'second']) {
    await inTransaction(ctx, async (ctx) => {
      for (const subject of ['one', 'two', 'three']) {
        const change = { before: { note: '' }, after: { note: part } };
        await audit.record(ctx, { action: 'test.change', subject, reason: part, ...change });
      }
    });
    await audit.seal(ctx);
  }
  await audit.erase(ctx, { subject: 'test', reason: 'asked for', subjects: ['three'] });
  await audit.seal(ctx);
  await audit.record(ctx, { action: 'test.change', subject: 'four' });
  await audit.seal(ctx);
}

async function giveCredit({ ctx }: SalesApp): Promise<void> {
  const accountId = newId('creditAccount');
  const { prisma } = ctx.db;
  await prisma.creditAccount.create({
    data: { id: accountId, kind: 'store_credit', customerId: 'customer', currency: 'USD' },
  });
  const entries = [
    { kind: 'issued', amount: 5000 },
    { kind: 'adjusted', amount: -1500 },
  ];
  for (const { kind, amount } of entries) {
    await prisma.creditEntry.create({
      data: { id: newId('creditEntry'), accountId, kind, amount, reference: kind, actor: 'staff' },
    });
  }
}
