import { createCartwright, type Order } from '@cartwright/sdk';

export async function buyMug(baseUrl: string, card = 'pm_card_visa'): Promise<Order> {
  const shop = createCartwright({ baseUrl });
  const { data: mugs } = await shop.products.page({ q: 'mug', inStock: 'true' });
  const variant = mugs.flatMap(({ variants }) => variants).find(({ available }) => available);
  if (!variant) throw new Error('There is no mug left');

  let cart = await shop.carts.create({ items: [{ variantId: variant.id, quantity: 1 }] });
  const home = { line1: '12 Analytical Row', city: 'Portland', postalCode: '97201', country: 'US' };
  const shippingAddress = { firstName: 'Ada', lastName: 'Lovelace', ...home };
  cart = await shop.carts.update(cart, { email: 'ada@example.com', shippingAddress });
  const [option] = await shop.carts.shippingOptions(cart);
  if (option) cart = await shop.carts.update(cart, { shippingOptionId: option.id });

  const { order, payment, ...key } = await shop.carts.checkout(cart, { paymentProvider: 'stripe' });
  const { clientSecret = '', apiBase, publishableKey } = payment;
  await fetch(`${apiBase}/v1/payment_intents/${clientSecret.split('_secret_')[0]}/confirm`, {
    method: 'POST', // what Stripe.js does in a browser
    headers: { Authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: card }),
  });
  for (let tries = 1; ; tries++) {
    const now = await shop.orders.get(order.id, key);
    if (now.paymentStatus !== 'unpaid' || tries === 120) return now;
    await new Promise((resolve) => setTimeout(resolve, 250)); // the webhook is on its way
  }
}
