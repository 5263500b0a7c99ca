/** Where a shopper of the scripts lives; the demo catalogue is sent there. */
export const address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  line1: '12 Analytical Row',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};

/** What a browser needs to confirm a payment. */
export interface BrowserPayment {
  readonly clientSecret: string;
  readonly publishableKey: string;
  /** Where Stripe is. */
  readonly apiBase: string;
}

/** The request by which Stripe.js confirms a payment in a browser. */
export function confirmation(
  { clientSecret, publishableKey }: BrowserPayment,
  method = 'pm_card_visa',
) {
  const [intent] = clientSecret.split('_secret_');
  return {
    method: 'POST' as const,
    path: `/v1/payment_intents/${intent}/confirm`,
    headers: { Authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({
      client_secret: clientSecret,
      payment_method: method,
      return_url: 'https://shop.example/thanks',
    }),
  };
}
