import { expired } from '../../src/mails/orders/closed.ts';
import { confirmation } from '../../src/mails/orders/confirmation.ts';
import { readOrderForMail } from '../../src/mails/orders/readOrder.ts';
import { createProduct } from '../helpers/catalog.ts';
import { issueCard } from '../helpers/credit.ts';
import { customerMail } from '../helpers/mails.ts';
import { makeDue, placedOf, postOrder, type PlacedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const captureMethods = ['automatic', 'manual'] as const;
type CaptureMethod = (typeof captureMethods)[number];

const shops = new Map<CaptureMethod, SalesApp>();
const variants = new Map<SalesApp, { priced: string; free: string }>();

beforeAll(async () => {
  for (const method of captureMethods) {
    const shop = await startSalesApp({ env: { STRIPE_CAPTURE_METHOD: method } });
    const digital = { requiresShipping: false, taxable: false };
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [
        { prices: { USD: 2699 }, ...digital },
        { prices: { USD: 0 }, ...digital },
      ],
    });
    const [priced = '', free = ''] = variantIds;
    variants.set(shop, { priced, free });
    shops.set(method, shop);
  }
}, 60_000);

afterAll(async () => {
  for (const shop of shops.values()) await shop.close();
});

interface Case {
  provider: 'stripe' | 'manual';
  /** The balance of the gift card for a total of 26.99; no card when 0. */
  card: number;
  captureMethod: CaptureMethod;
  isFree?: boolean;
}

function shopOf({ captureMethod }: Pick<Case, 'captureMethod'>): SalesApp {
  const shop = shops.get(captureMethod);
  if (!shop) throw new Error('not started');
  return shop;
}

/** An order that is placed so. */
async function place(terms: Case): Promise<PlacedOrder> {
  const shop = shopOf(terms);
  const { provider, card: balance, isFree = false } = terms;
  const goods = variants.get(shop);
  const variantId = (isFree ? goods?.free : goods?.priced) ?? '';
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }], { shippingOptionId: null });
  const giftCards = balance > 0 ? [(await issueCard(shop, balance)).code] : undefined;
  const body = { paymentProvider: provider, ...(giftCards && { giftCards }) };
  return placedOf((await shop.checkout(cartId, body).expect(201)).body.data);
}

/** The same, paid or held at Stripe where that has its part. */
async function placeAndPay(terms: Case): Promise<PlacedOrder> {
  const shop = shopOf(terms);
  const placed = await place(terms);
  if (placed.secret === '') return placed;
  await shop.confirm(placed.secret);
  await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
  return placed;
}

async function mailOf(
  { ctx }: SalesApp,
  { orderId }: PlacedOrder,
  content: typeof confirmation | typeof expired = confirmation,
): Promise<string> {
  const order = await readOrderForMail(ctx, { orderId });
  if (!order) throw new Error('no order');
  return customerMail(content, order).text;
}

const arrived = 'Your payment has arrived';
const reserved = (amount: string) => `${amount} is reserved on your payment method`;
const due = (amount: string) => `The amount to pay is ${amount}.`;
const byCard = 'It is paid with your gift card,';
const nothing = 'There is nothing to pay';

/** The sentences about the payment; each confirmation has exactly one. */
const sentences = [arrived, 'is reserved on', 'The amount to pay is', byCard, nothing];

describe('The confirmation of an order', () => {
  test.each<[Case['provider'], number, CaptureMethod, boolean, string]>([
    ['stripe', 0, 'automatic', false, arrived],
    ['stripe', 1000, 'automatic', false, arrived],
    ['stripe', 2699, 'automatic', false, byCard],
    ['stripe', 5000, 'automatic', false, byCard],
    ['stripe', 0, 'automatic', true, nothing],
    ['stripe', 1000, 'automatic', true, nothing],
    ['stripe', 0, 'manual', false, reserved('$26.99')],
    ['stripe', 1000, 'manual', false, reserved('$16.99')],
    ['stripe', 2699, 'manual', false, byCard],
    ['stripe', 0, 'manual', true, nothing],
    ['manual', 0, 'automatic', false, due('$26.99')],
    ['manual', 1000, 'automatic', false, due('$16.99')],
    ['manual', 2699, 'automatic', false, byCard],
    ['manual', 0, 'automatic', true, nothing],
    ['manual', 0, 'manual', false, due('$26.99')],
    ['manual', 1000, 'manual', false, due('$16.99')],
    ['manual', 2699, 'manual', false, byCard],
    ['manual', 1000, 'manual', true, nothing],
  ])(
    'by %s, with %i on a gift card, captured by the %s way, free: %s, says: %s',
    async (provider, card, captureMethod, isFree, words) => {
      const terms = { provider, card, captureMethod, isFree };
      const text = await mailOf(shopOf(terms), await placeAndPay(terms));
      expect(text).toContain(words);
      expect(sentences.filter((sentence) => text.includes(sentence))).toHaveLength(1);
    },
  );

  test('says that the payment has arrived when it arrives before the mail is written', async () => {
    const manual = { provider: 'manual', card: 1000, captureMethod: 'automatic' } as const;
    const byHand = await place(manual);
    await shopOf(manual)
      .api.post(`/api/v1/admin/orders/${byHand.orderId}/mark-paid`)
      .set({ ...asStaff, 'Idempotency-Key': 'came' })
      .send({ note: 'bank statement of today' })
      .expect(200);
    expect(await mailOf(shopOf(manual), byHand)).toContain(arrived);
    const held = { provider: 'stripe', card: 1000, captureMethod: 'manual' } as const;
    const captured = await placeAndPay(held);
    await shopOf(held)
      .api.post(`/api/v1/admin/orders/${captured.orderId}/capture`)
      .set({ ...asStaff, 'Idempotency-Key': 'captured' })
      .send({})
      .expect(200);
    expect(await mailOf(shopOf(held), captured)).toContain(arrived);
  });

  test('asks for no payment of an order that was canceled before the mail is written', async () => {
    const terms = { provider: 'manual', card: 1000, captureMethod: 'automatic' } as const;
    const placed = await place(terms);
    await postOrder(shopOf(terms), placed, 'cancel').expect(200);
    const text = await mailOf(shopOf(terms), placed);
    expect(text).toContain('It has been canceled since');
    expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
  });
});

test('An order that has expired says that its gift card can be spent again', async () => {
  const terms = { provider: 'stripe', captureMethod: 'automatic' } as const;
  const shop = shopOf(terms);
  for (const [card, isSaid] of [
    [1000, true],
    [0, false],
  ] as const) {
    const placed = await place({ ...terms, card });
    await makeDue(shop, placed);
    await shop.container.services.checkout.expireDue(shop.ctx);
    const text = await mailOf(shop, placed, expired);
    expect(text).toContain('Nothing was charged');
    expect(text.includes('has been put back')).toBe(isSaid);
  }
});
