import { createCartwright, isProblem, type PaymentMethodSetup } from '../src/index.ts';
import { fragmentFor, tokenOf } from './helpers/caughtMails.ts';
import { findDemoShop, fullCart, somethingToBuy, type DemoShop } from './helpers/demoShop.ts';
import { newEmail, newMember, password } from './helpers/shoppers.ts';

// Saved cards, companies and invitations against a running shop.

jest.setTimeout(120_000);

let running: DemoShop;
beforeAll(async () => {
  running = await findDemoShop();
});

/** A request of staff. @returns the data of the answer. */
async function asStaff<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${running.base}/api/v1/admin/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${running.adminKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (JSON.parse(text) as { data: T }).data;
}

/** What Stripe.js does in a browser. */
async function confirm({ apiBase, clientSecret = '', publishableKey }: PaymentMethodSetup) {
  const intent = clientSecret.split('_secret_')[0] ?? '';
  const answer = await fetch(`${apiBase}/v1/setup_intents/${intent}/confirm`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: 'pm_card_visa' }),
  });
  expect(answer.status).toBe(200);
}

test('a card is saved with consent, pays an order, and is removed', async () => {
  const { shop } = await newMember(running);
  const consent = { version: 'cards-1', text: 'Save this card for my next orders.' };
  const setup = await shop.me.paymentMethods.setup(consent);
  await confirm(setup);
  const card = await shop.me.paymentMethods.save(setup.setupIntentId);
  expect(card).toMatchObject({ brand: 'visa', last4: '4242', isDefault: true, consent });
  expect(await shop.me.paymentMethods.setDefault(card.id)).toMatchObject({ isDefault: true });
  expect(await shop.me.paymentMethods.list()).toMatchObject([{ id: card.id }]);

  const { payment } = await shop.carts.checkout(await fullCart(shop), {
    paymentProvider: 'stripe',
    paymentMethodId: card.id,
  });
  expect(payment.clientSecret).toEqual(expect.any(String));
  await shop.me.paymentMethods.remove(card.id);
  expect(await shop.me.paymentMethods.list()).toEqual([]);
});

test('a member buys for a company location', async () => {
  const { shop } = await newMember(running);
  const { id: customerId } = await shop.me.get();
  const company = await asStaff<{ id: string }>('POST', 'companies', { name: 'Acme' });
  const address = { line1: '12 Analytical Row', city: 'Portland', postalCode: '97201' };
  const who = { firstName: 'Ada', lastName: 'Lovelace', country: 'US' };
  await asStaff('POST', `companies/${company.id}/locations`, {
    name: 'Portland',
    shippingAddress: { ...who, ...address },
  });
  await asStaff('PUT', `companies/${company.id}/members/${customerId}`, { role: 'buyer' });
  const [own] = await shop.me.companies.list();
  expect(own).toMatchObject({ id: company.id, role: 'buyer', locations: [{ name: 'Portland' }] });

  const { id: variantId } = await somethingToBuy(shop);
  const cart = await shop.carts.create({ items: [{ variantId, quantity: 1 }] });
  const companyLocationId = own?.locations[0]?.id ?? '';
  const bought = await shop.carts.update(cart, { companyLocationId, purchaseOrderNumber: 'PO-7' });
  expect(bought).toMatchObject({ companyLocationId, purchaseOrderNumber: 'PO-7' });
});

test('someone invited joins the staff with a password', async () => {
  const email = newEmail();
  const roles = await asStaff<{ id: string; name: string }[]>('GET', 'roles');
  const roleId = roles.find(({ name }) => name === 'support')?.id;
  await asStaff('POST', 'invitations', { email, roleIds: [roleId] });
  const token = tokenOf(await fragmentFor(running, email, 'invitation'));
  const shop = createCartwright({ baseUrl: running.base });
  expect(await shop.auth.acceptInvitation({ token, password })).toMatchObject({ isNew: true });
  const again: unknown = await shop.auth
    .acceptInvitation({ token, password })
    .catch((error: unknown) => error);
  expect(isProblem(again, 'invalid_token')).toBe(true);
});

test('the link of a mail opens a copy of the data without a session', async () => {
  const { shop, email } = await newMember(running);
  await shop.me.dataExport.request();
  const token = tokenOf(await fragmentFor(running, email, 'data-export'));
  const { url } = await createCartwright({ baseUrl: running.base }).me.dataExport.open(token);
  const zip = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(zip.subarray(0, 2).toString()).toBe('PK');
});
