import type { Recorder } from './recorder.ts';

interface Setup {
  readonly setupIntentId: string;
  readonly clientSecret: string;
  readonly publishableKey: string;
  readonly apiBase: string;
}

const consent = { version: 'cards-2026-12', text: 'Save this card for my next orders.' };

/** A customer saves a card, and removes it. */
export async function record(recorder: Recorder): Promise<void> {
  const setup = await recorder.record<Setup>('startPaymentMethodSetup', { body: { consent } });
  const { setupIntentId } = setup;
  await recorder.refused('savePaymentMethod', 'state_conflict', { body: { setupIntentId } });
  await confirm(setup);
  const saved = await recorder.record<{ id: string }>('savePaymentMethod', {
    body: { setupIntentId },
  });
  const params = { paymentMethodId: saved.id };
  await recorder.record('listSavedPaymentMethods');
  await recorder.record('updateSavedPaymentMethod', { params, body: { isDefault: true } });
  await recorder.record('removeSavedPaymentMethod', { params });
}

/** What the provider's form does in a browser. */
async function confirm({ setupIntentId, clientSecret, publishableKey, apiBase }: Setup) {
  await fetch(`${apiBase}/v1/setup_intents/${setupIntentId}/confirm`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: 'pm_card_visa' }),
  });
}
