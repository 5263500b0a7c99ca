import { newId } from '../../src/kernel/ids.ts';
import type { signInPerson } from './people.ts';
import type { SalesApp } from './salesApp.ts';

type Person = Awaited<ReturnType<typeof signInPerson>>;

export const savedCards = '/api/v1/me/payment-methods';

/** What a customer ticks. */
export const consent = { version: 'cards-1', text: 'Save this card for my next orders.' };

interface Setup {
  readonly setupIntentId: string;
  readonly clientSecret: string;
  readonly publishableKey: string;
  readonly apiBase: string;
}

/** A saved card, as the API shows it. */
export interface ShownCard {
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly isDefault: boolean;
  readonly consent: { readonly text: string; readonly usage: string };
}

/** Begins to save a card, with the customer's consent. */
export async function beginSetup(
  { api }: Pick<SalesApp, 'api'>,
  { as }: Pick<Person, 'as'>,
  more: object = {},
): Promise<Setup> {
  const { body } = await api
    .post(`${savedCards}/setup`)
    .set(as)
    .send({ consent: { ...consent, ...more } })
    .expect(201);
  return (body as { data: Setup }).data;
}

/** What the provider's form does in a browser. @returns its status, or the code of its error. */
export async function confirmSetup(
  { setupIntentId, clientSecret, publishableKey, apiBase }: Setup,
  method = 'pm_card_visa',
): Promise<string> {
  const answer = await fetch(`${apiBase}/v1/setup_intents/${setupIntentId}/confirm`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: method }),
  });
  const said = (await answer.json()) as { status?: string; error?: { code: string } };
  return said.status ?? said.error?.code ?? '';
}

/** Saves a card by its form. */
export async function saveCard(
  shop: Pick<SalesApp, 'api'>,
  person: Pick<Person, 'as'>,
  method?: string,
  more: object = {},
): Promise<ShownCard> {
  const setup = await beginSetup(shop, person, more);
  await confirmSetup(setup, method);
  const { setupIntentId } = setup;
  const { body } = await shop.api
    .post(savedCards)
    .set(person.as)
    .send({ setupIntentId })
    .expect(200);
  return (body as { data: ShownCard }).data;
}

/** Rows of cards that no provider knows. @returns their ids. */
export async function writeCards(
  { ctx }: Pick<SalesApp, 'ctx'>,
  { customerId }: Pick<Person, 'customerId'>,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('paymentMethod'));
  await ctx.db.prisma.savedPaymentMethod.createMany({
    data: ids.map((id) => ({
      id,
      customerId,
      provider: 'stripe',
      state: 'active',
      setupId: `seti_${id}`,
      methodId: `pm_${id}`,
      brand: 'visa',
      last4: '4242',
      expiryMonth: 12,
      expiryYear: 2030,
      usage: 'on_session',
      consentVersion: consent.version,
      consentText: consent.text,
    })),
  });
  return ids;
}
