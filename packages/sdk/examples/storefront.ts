import type { Cart, Cartwright, CheckoutResult, Order } from '@cartwright/sdk';

/** What a page needs to draw a form: a list to choose from where there are regions. */
export async function addressForm(shop: Cartwright, country: string) {
  const { fields, regions, postalCode } = await shop.countries.get(country);
  return fields.map((field) => ({
    ...field,
    ...(field.name === 'region' && regions.length > 0 && { options: regions }),
    ...(field.name === 'postalCode' && postalCode && { pattern: postalCode.pattern }),
  }));
}

/**
 * Signs a shopper in, with the cart that was filled before.
 * @returns the question for a second factor, where there is one: `answerChallenge`, with the `cartId` again.
 */
export async function signIn(shop: Cartwright, cart: Cart, email: string, password: string) {
  const result = await shop.auth.signIn({ email, password, cartId: cart.id });
  return result.status === 'factor_required' ? result.challenge : undefined;
}

/** One click, one order: the key is made once per attempt and outlives a reload of the page. */
export function placeOrder(shop: Cartwright, cart: Cart, idempotencyKey: string) {
  // What the shopper has seen: a cart that costs something else by now is refused (`price_changed`).
  const { total: expectedTotal } = cart.totals;
  return shop.carts.checkout(
    cart,
    { paymentProvider: 'stripe', expectedTotal },
    { idempotencyKey },
  );
}

/** What Stripe.js is started with. While Stripe could not be reached, the order stands without it. */
export async function paymentOf(shop: Cartwright, { order, payment, orderToken }: CheckoutResult) {
  const { clientSecret, publishableKey } =
    payment.clientSecret === undefined ? await shop.orders.pay(order.id, { orderToken }) : payment;
  if (clientSecret === undefined || publishableKey === undefined) {
    throw new Error('Payment is not possible now; the goods are held for you meanwhile.');
  }
  return { clientSecret, publishableKey };
}

/**
 * Waits until the shop has heard from Stripe, asking ever less often.
 * @returns the order; still `unpaid` when `patienceMs` is over, as with a bank debit that takes days.
 */
export async function awaitPayment(
  shop: Cartwright,
  { orderId, orderToken }: { orderId: string; orderToken?: string },
  patienceMs = 30_000,
): Promise<Order> {
  const end = Date.now() + patienceMs;
  for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 1.5, 5000)) {
    const order = await shop.orders.get(orderId, { orderToken });
    if (order.paymentStatus !== 'unpaid' || Date.now() + pauseMs > end) return order;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
