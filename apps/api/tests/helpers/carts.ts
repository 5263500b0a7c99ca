import { isPlausiblePostalCode } from '../../src/utils/address/checkAddress.ts';
import { addressesOf } from '../../src/utils/address/countryData.ts';
import type { z } from 'zod';
import { seedShippingAndTax } from '../../prisma/demo/shippingAndTax.ts';
import type { cartSchema } from '../../src/validators/carts.validator.ts';
import type { Address } from '../../src/kernel/address.ts';
import { startTestApp, type TestApp } from './app.ts';
import { createProduct, type VariantInput } from './catalog.ts';

/** A shop with the shipping and tax of the demo. */
export async function startCartShop(env: Record<string, string> = {}): Promise<TestApp> {
  const shop = await startTestApp(env);
  await seedShippingAndTax(shop.ctx);
  return shop;
}

/** Creates a product with one variant. @returns the variant's id. */
export async function createVariant({ ctx }: TestApp, variant: VariantInput = {}): Promise<string> {
  const { variantIds } = await createProduct(ctx, { variants: [variant] });
  return variantIds[0] ?? '';
}

/** Opens a cart over HTTP. @throws when that is refused. */
export async function openCart(
  { api }: TestApp,
  items: { variantId: string; quantity: number }[] = [],
  currency?: string,
): Promise<z.output<typeof cartSchema>> {
  const { body } = await api
    .post('/api/v1/carts')
    .send({ items, ...(currency && { currency }) })
    .expect(201);
  return (body as { data: z.output<typeof cartSchema> }).data;
}

/** A complete address; its country and region determine tax and shipping. */
export function addressIn(country: string, region?: string): Address {
  const [example = ''] = addressesOf(country)?.postalCode?.examples ?? [];
  return {
    firstName: 'Ada',
    lastName: 'Lovelace',
    line1: '12 Analytical Row',
    city: 'Springfield',
    postalCode: isPlausiblePostalCode(country, '12345') ? '12345' : example,
    country,
    ...(region && { region }),
  };
}

/** The number of SQL statements that an answer reports. */
export function statementsOf(response: { headers: Record<string, string> }): number {
  return Number(/desc="(\d+) statements"/.exec(response.headers['server-timing'] ?? '')?.[1]);
}
