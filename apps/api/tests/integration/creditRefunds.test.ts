import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { checkoutWith, issueCard, usd, type Card } from '../helpers/credit.ts';
import { eventsOf, placedOf, type PlacedOrder } from '../helpers/orders.ts';
import { refund } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const DAY_MS = 86_400_000;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** An order that a gift card has paid in full. */
async function placePaidBy(card: Card): Promise<PlacedOrder> {
  const { body } = await checkoutWith(shop, variantId, { cards: [card] });
  expect(body.data.order.paymentStatus).toBe('paid');
  return placedOf(body.data);
}

const change = ({ id }: Card, data: { expiresAt?: Date; disabledAt?: Date }) =>
  shop.ctx.db.prisma.creditAccount.update({ where: { id }, data });

const accountOf = ({ id }: Card) =>
  shop.ctx.db.prisma.creditAccount.findUniqueOrThrow({ where: { id } });

const balance = ({ code }: Card) => shop.api.post('/api/v1/gift-cards/balance').send({ code });

describe('A refund that goes back to a gift card', () => {
  test.each([
    ['has expired', -DAY_MS],
    ['expires tomorrow', DAY_MS],
  ])('that %s leaves 90 days to spend it', async (_how, fromNow) => {
    const card = await issueCard(shop, 3000);
    const placed = await placePaidBy(card);
    await change(card, { expiresAt: new Date(Date.now() + fromNow) });
    await refund(shop, placed, { amount: usd(1000) }).expect(201);
    const { body } = await balance(card).expect(200);
    expect(body.data.balance).toEqual(usd(1301));
    const days = (new Date(body.data.expiresAt).getTime() - Date.now()) / DAY_MS;
    expect(Math.round(days)).toBe(90);
    expect(await eventsOf(shop, placed)).not.toContain('refund.unspendable');
  });

  test.each([
    ['later', new Date(Date.now() + 365 * DAY_MS)],
    ['never', null],
  ])('that expires %s keeps its expiry', async (_how, expiresAt) => {
    const card = await issueCard(shop, 3000);
    const placed = await placePaidBy(card);
    if (expiresAt) await change(card, { expiresAt });
    await refund(shop, placed, { amount: usd(1000) }).expect(201);
    expect((await accountOf(card)).expiresAt).toEqual(expiresAt);
  });

  test('that is disabled is reported to staff, who decide', async () => {
    const card = await issueCard(shop, 3000);
    const placed = await placePaidBy(card);
    await change(card, { disabledAt: new Date() });
    const { body } = await refund(shop, placed, { amount: usd(1000) }).expect(201);
    expect(body.data).toMatchObject({
      status: 'succeeded',
      transfers: [
        { creditAccount: { id: card.id, lastFour: card.code.slice(-4), isDisabled: true } },
      ],
    });
    expect(await eventsOf(shop, placed)).toContain('refund.unspendable');
    await balance(card).expect(404);
    await shop.api
      .patch(`/api/v1/admin/credit-accounts/${card.id}`)
      .set(asStaff)
      .send({ disabled: false, reason: 'found again' })
      .expect(200);
    expect((await balance(card).expect(200)).body.data.balance).toEqual(usd(1301));
  });
});
