import { address } from '../scripts/shopper.ts';
import { signIn, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

interface Company {
  readonly id: string;
  readonly locations: readonly { readonly id: string }[];
}

interface Profile {
  readonly id: string;
}

interface Product {
  readonly variants: readonly { readonly id: string }[];
}

/** Makes a company that the signed-in customer buys for. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const { id } = await recorder.record<Company>('createCompany', {
    body: { name: 'Ottakar GmbH', note: 'Ask for Mr. Ottakar.' },
  });
  const params = { companyId: id };
  const linz = { name: 'Linz', shippingAddress: address };
  const { locations } = await recorder.record<Company>('addCompanyLocation', {
    params,
    body: { ...linz, vatId: 'ATU13585627', exemption: { reason: 'reverse_charge' } },
  });
  await recorder.refused('addCompanyLocation', 'vat_id_invalid', {
    params,
    body: { ...linz, vatId: 'ATU13585628' },
  });
  const ofLocation = { params: { ...params, locationId: locations[0]?.id ?? '' } };
  await recorder.record('changeCompanyLocation', { ...ofLocation, body: { paymentTermsDays: 30 } });
  const profile = await recorder.ask<Profile>('getProfile', {});
  const ofMember = { params: { ...params, customerId: profile.body.data.id } };
  const orderLimit = { amount: 100_000, currency: 'USD' };
  await recorder.record('putCompanyMember', { ...ofMember, body: { role: 'buyer', orderLimit } });
  const goods = await recorder.ask<{ handle: string }[]>('listProducts', { query: { limit: 1 } });
  const idOrHandle = goods.body.data[0]?.handle ?? '';
  const product = await recorder.ask<Product>('getProduct', { params: { idOrHandle } });
  const variantId = product.body.data.variants[0]?.id ?? '';
  const rules = [{ variantId, minimum: 10, step: 5 }];
  await recorder.record('putQuantityRules', { params, body: { rules } });
  const unknown = { ...rules[0], variantId: 'var_01kagvrz8y0g2m4q6t8w0x2z4b' };
  await recorder.refused('putQuantityRules', 'quantity_rule_invalid', {
    params,
    body: { rules: [unknown] },
  });
  await recorder.record('listOwnCompanies');
  await approvals(recorder, place, {
    companyId: id,
    locationId: locations[0]?.id ?? '',
    variantId,
  });
  await recorder.record('getCompany', { params });
  await recorder.record('listCompanies', { query: { limit: 1 } });
  await recorder.record('changeCompany', { params, body: { note: 'Ask for Ms. Ottakar.' } });
  await recorder.refused('changeCompany', 'precondition_failed', {
    params,
    headers: { 'if-match': '"0"' },
    body: { note: '' },
  });
  await recorder.record('removeCompanyMember', ofMember);
  await recorder.record('removeCompanyLocation', ofLocation);
  await recorder.record('deleteCompany', { params });
}

interface Purchase {
  readonly companyId: string;
  readonly locationId: string;
  readonly variantId: string;
}

/** A buyer whose every order needs approval asks an approver for one. */
async function approvals(
  recorder: Recorder,
  place: ShopPlace,
  { companyId, locationId, variantId }: Purchase,
): Promise<void> {
  const buyer = await signIn(place, 'buyer@example.com');
  const approver = await signIn(place, 'approver@example.com');
  const orderLimit = { amount: 1, currency: 'USD' };
  for (const [{ customerId }, body] of [
    [buyer, { role: 'buyer', orderLimit }],
    [approver, { role: 'approver', orderLimit: null }],
  ] as const) {
    await recorder.ask('putCompanyMember', { params: { companyId, customerId }, body });
  }
  const { token } = buyer;
  const lines = (quantity: number) => [{ variantId, quantity }];
  const cart = await recorder.ask<{ id: string }>('createCart', {
    token,
    body: { items: lines(10) },
  });
  const ofCart = { token, params: { cartId: cart.body.data.id } };
  const forCompany = { companyLocationId: locationId, email: 'buyer@example.com' };
  await recorder.ask('updateCart', {
    ...ofCart,
    body: { ...forCompany, shippingAddress: address },
  });
  await recorder.refused('updateCart', 'quantity_not_allowed', {
    ...ofCart,
    body: { items: lines(12) },
  });
  const { body } = await recorder.ask<{ id: string }[]>('listShippingOptions', ofCart);
  const shipping = { shippingOptionId: body.data[0]?.id };
  await recorder.ask('updateCart', { ...ofCart, body: shipping });
  await recorder.refused('checkoutCart', 'approval_required', {
    ...ofCart,
    headers: { 'idempotency-key': 'f47ac10b-58cc-4372-a567-0e02b2c3d479' },
    body: { paymentProvider: 'manual' },
  });
  await recorder.record('listOwnApprovals', { token: approver.token });
  await recorder.record('listCompanyApprovals', { params: { companyId } });
}
