import type { NewDispute } from './disputes.ts';

/** Why a payment is declined. See https://docs.stripe.com/declines/codes. */
export interface Decline {
  code: string;
  declineCode?: string;
  message: string;
}

/** The behaviour of a payment method when it is charged. */
export interface TestMethod {
  type: 'card' | 'us_bank_account' | 'sepa_debit';
  last4: string;
  brand?: 'visa' | 'mastercard' | 'amex' | 'discover';
  /** Its card number, for `payment_method_data` and card forms. */
  number?: string;
  /** The customer has to authenticate (3-D Secure) first. */
  authenticates?: true;
  /** Declined at once, or (with `delayed`) after a while. */
  decline?: Decline;
  /** Saving it succeeds, and only charges are declined. */
  isSavedFirst?: true;
  /** The result comes later; the payment is `processing` until then. */
  delayed?: true;
  /** The cardholder disputes the charge in this way as soon as it has succeeded. */
  disputes?: NewDispute;
  /** Refunds succeed first and fail later, or are pending for a while. */
  refunds?: 'fail' | 'pending';
}

const card = (number: string, more: Omit<Partial<TestMethod>, 'number'> = {}): TestMethod => ({
  type: 'card',
  brand: 'visa',
  number,
  last4: number.slice(-4),
  ...more,
});

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  declineCode,
  message,
});

const bank = (last4: string, more: Partial<TestMethod> = {}): TestMethod => ({
  type: 'us_bank_account',
  last4,
  delayed: true,
  ...more,
});

const sepa = (last4: string, more: Partial<TestMethod> = {}): TestMethod => ({
  type: 'sepa_debit',
  last4,
  delayed: true,
  ...more,
});

const INSUFFICIENT = declined('insufficient_funds', 'Your card has insufficient funds.');
const BANK_REFUSED: Decline = {
  code: 'payment_intent_payment_attempt_failed',
  message: "The customer's bank account could not be debited.",
};
const DISPUTED = { disputes: { reason: 'fraudulent' } } as const;
const GENERIC = declined('generic_decline');

/** Stripe's test payment methods. See https://docs.stripe.com/testing. */
const METHODS: Readonly<Record<string, TestMethod>> = {
  pm_card_visa: card('4242424242424242'),
  pm_card_visa_debit: card('4000056655665556'),
  pm_card_mastercard: card('5555555555554444', { brand: 'mastercard' }),
  pm_card_amex: card('378282246310005', { brand: 'amex' }),
  pm_card_discover: card('6011111111111117', { brand: 'discover' }),
  pm_card_chargeDeclined: card('4000000000000002', { decline: GENERIC }),
  pm_card_chargeCustomerFail: card('4000000000000341', { decline: GENERIC, isSavedFirst: true }),
  pm_card_chargeDeclinedInsufficientFunds: card('4000000000009995', { decline: INSUFFICIENT }),
  pm_card_chargeDeclinedLostCard: card('4000000000009987', { decline: declined('lost_card') }),
  pm_card_chargeDeclinedStolenCard: card('4000000000009979', { decline: declined('stolen_card') }),
  pm_card_chargeDeclinedFraudulent: card('4100000000000019', { decline: declined('fraudulent') }),
  pm_card_chargeDeclinedVelocityLimitExceeded: card('4000000000006975', {
    decline: declined('card_velocity_exceeded'),
  }),
  pm_card_chargeDeclinedExpiredCard: card('4000000000000069', {
    decline: { code: 'expired_card', message: 'Your card has expired.' },
  }),
  pm_card_chargeDeclinedIncorrectCvc: card('4000000000000127', {
    decline: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  }),
  pm_card_chargeDeclinedProcessingError: card('4000000000000119', {
    decline: {
      code: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
    },
  }),
  pm_card_authenticationRequired: card('4000002500003155', { authenticates: true }),
  pm_card_threeDSecure2Required: card('4000000000003220', { authenticates: true }),
  pm_card_threeDSecureRequired: card('4000000000003063', { authenticates: true }),
  pm_card_threeDSecureRequiredChargeDeclined: card('4000008400001629', {
    authenticates: true,
    decline: GENERIC,
  }),
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: card('4000008260003178', {
    authenticates: true,
    decline: INSUFFICIENT,
  }),
  pm_card_createDispute: card('4000000000000259', DISPUTED),
  pm_card_createDisputeProductNotReceived: card('4000000000002685', {
    disputes: { reason: 'product_not_received' },
  }),
  pm_card_createDisputeInquiry: card('4000000000001976', {
    disputes: { reason: 'fraudulent', inquiry: true },
  }),
  pm_card_refundFail: card('4000000000005126', { refunds: 'fail' }),
  pm_card_pendingRefund: card('4000000000007726', { refunds: 'pending' }),
  pm_usBankAccount_success: bank('6789'),
  pm_usBankAccount_insufficientFunds: bank('2227', { decline: BANK_REFUSED }),
  pm_usBankAccount_accountClosed: bank('1113', { decline: BANK_REFUSED }),
  pm_usBankAccount_dispute: bank('1121', {
    disputes: { reason: 'bank_cannot_process' },
  }),
  pm_success_de: sepa('3000'),
  pm_successDelayed_de: sepa('3001'),
  pm_failed_de: sepa('3002', { decline: BANK_REFUSED }),
  pm_failedDelayed_de: sepa('3003', { decline: BANK_REFUSED }),
  pm_disputed_de: sepa('3004', DISPUTED),
};

/**
 * The test method behind a name: `pm_card_visa`, its token `tok_visa`, or, as Stripe writes some
 * of them, with the brand in between (`pm_card_visa_chargeDeclined`).
 */
export function testMethod(name: string): TestMethod | undefined {
  const plain = name.replace(/^tok_/, 'pm_card_').replace(/^pm_card_visa_(?=charge)/, 'pm_card_');
  return Object.hasOwn(METHODS, plain) ? METHODS[plain] : undefined;
}

/** The name of the test method with this card number. */
export function nameOfNumber(number: string): string | undefined {
  const digits = number.replaceAll(/\D/g, '');
  return Object.entries(METHODS).find(([, method]) => method.number === digits)?.[0];
}
