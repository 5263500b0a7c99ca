import { buyForCompany, saveCard } from '../examples/accounts.ts';
import { awaitPayment } from '../examples/storefront.ts';
import { createCartwright, isProblem, type PaymentMethodSetup } from '../src/index.ts';
import { fragmentFor, tokenOf } from './helpers/caughtMails.ts';
import { findDemoShop, fullCart, type DemoShop } from './helpers/demoShop.ts';
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

/** What Stripe.js does in a browser. @param card what its form asks for, where there is one */
async function confirm(
  intents: 'setup_intents' | 'payment_intents',
  { apiBase, clientSecret = '', publishableKey }: Omit<PaymentMethodSetup, 'setupIntentId'>,
  card: { payment_method?: string } = {},
) {
  const id = clientSecret.split('_secret_')[0] ?? '';
  const answer = await fetch(`${apiBase}/v1/${intents}/${id}/confirm`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, ...card }),
  });
  expect(answer.status).toBe(200);
}

test('a card is saved with consent, pays an order, and is removed', async () => {
  const { shop } = await newMember(running);
  const consent = { version: 'cards-1', text: 'Save this card for my next orders.' };
  const card = await saveCard(shop, consent, (setup) =>
    confirm('setup_intents', setup, { payment_method: 'pm_card_visa' }),
  );
  expect(card).toMatchObject({ brand: 'visa', last4: '4242', isDefault: true, consent });
  expect(await shop.me.paymentMethods.setDefault(card.id)).toMatchObject({ isDefault: true });
  expect(await shop.me.paymentMethods.list()).toMatchObject([{ id: card.id }]);

  const { order, payment } = await shop.carts.checkout(await fullCart(shop), {
    paymentProvider: 'stripe',
    paymentMethodId: card.id,
  });
  // Neither a form nor a card: only the shopper's consent to this payment.
  await confirm('payment_intents', payment);
  expect(await awaitPayment(shop, { orderId: order.id })).toMatchObject({ paymentStatus: 'paid' });
  await shop.me.paymentMethods.remove(card.id);
  expect(await shop.me.paymentMethods.list()).toEqual([]);
});

/** A company with a buyer, who may order for next to nothing, and an approver. */
async function newCompany() {
  const [{ shop: buyer }, { shop: approver }] = [
    await newMember(running),
    await newMember(running),
  ];
  const { id } = await asStaff<{ id: string }>('POST', 'companies', { name: 'Acme' });
  await asStaff('POST', `companies/${id}/locations`, { name: 'Portland' });
  const members = `companies/${id}/members`;
  const limit = { role: 'buyer', orderLimit: { amount: 1, currency: 'USD' } };
  await asStaff('PUT', `${members}/${(await buyer.me.get()).id}`, limit);
  await asStaff('PUT', `${members}/${(await approver.me.get()).id}`, { role: 'approver' });
  return { id, buyer, approver };
}

test('a member buys for a company location, with the approval of another', async () => {
  const { id, buyer, approver } = await newCompany();
  const [own] = await buyer.me.companies.list();
  expect(own).toMatchObject({ id, role: 'buyer', locations: [{ name: 'Portland' }] });
  const companyLocationId = own?.locations[0]?.id ?? '';
  const company = { companyLocationId, purchaseOrderNumber: 'PO-7' };
  const cart = await fullCart(buyer);
  expect(await buyForCompany(buyer, cart, company)).toBeUndefined();

  const waiting: string[] = [];
  for await (const { cartId } of approver.me.companies.approvals()) waiting.push(cartId);
  expect(waiting).toEqual([cart.id]);
  const approved = await approver.carts.get(cart.id);
  expect(approved).toMatchObject(company);
  const placed = await buyForCompany(approver, approved, company);
  expect(await buyer.orders.get(placed?.order.id ?? '')).toMatchObject(company);
  await expect(running.client.carts.get(cart.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a customer lists the files that the shop keeps, and fetches one from its signed address', async () => {
  const { shop } = await newMember(running);
  const { base, adminKey } = running;
  const headers = { Authorization: `Bearer ${adminKey}` };
  const { id: customerId } = await shop.me.get();
  const warranty = new Blob(['%PDF-1.7\nTwo years.\n%%EOF\n'], { type: 'application/pdf' });
  const given = { name: 'warranty.pdf', visibility: 'customer', customerId } as const;
  const { id } = await createCartwright({ baseUrl: base, headers }).uploads.put(warranty, given);
  expect((await shop.me.files.page()).data).toMatchObject([{ id, name: 'warranty.pdf' }]);
  for await (const file of shop.me.files.list({ limit: 1 })) {
    const answer = await fetch((await shop.me.files.download(file.id)).url);
    expect(await answer.text()).toBe(await warranty.text());
  }
  const { shop: other } = await newMember(running);
  await expect(other.me.files.download(id)).rejects.toMatchObject({ code: 'not_found' });
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
