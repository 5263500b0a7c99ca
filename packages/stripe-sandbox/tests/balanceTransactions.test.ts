import type { Stripe } from 'stripe';
import { chargeOf, closeSandboxes, openSandbox, paying, stripeError } from './helpers/sandbox.ts';

afterEach(closeSandboxes);

const listed = async (stripe: Stripe, params: Stripe.BalanceTransactionListParams = {}) =>
  (await stripe.balanceTransactions.list(params)).data;

const idOf = (reference: string | { id: string } | null): string =>
  typeof reference === 'string' ? reference : (reference?.id ?? '');

/** By where it comes from and what it comes to; oldest first. */
const movements = async (stripe: Stripe) =>
  (await listed(stripe))
    .toReversed()
    .map(({ type, amount, fee, net, source }) => ({ type, amount, fee, net, source }));

test('a charge has a balance transaction with its fee', async () => {
  const { stripe } = await openSandbox();
  const intent = await stripe.paymentIntents.create(paying('pm_card_visa'));
  const charge = await stripe.charges.retrieve(chargeOf(intent));
  const transaction = await stripe.balanceTransactions.retrieve(idOf(charge.balance_transaction));
  // 2.9 % of 25.00, rounded, and 0.30.
  expect(transaction).toMatchObject({
    object: 'balance_transaction',
    amount: 2500,
    fee: 103,
    net: 2397,
    fee_details: [{ amount: 103, currency: 'usd', type: 'stripe_fee' }],
    currency: 'usd',
    exchange_rate: null,
    reporting_category: 'charge',
    source: charge.id,
    status: 'available',
    type: 'charge',
  });
  expect(await listed(stripe)).toEqual([transaction]);
});

test.each([
  ['jpy', 1000, 29],
  ['kwd', 10_000, 290 + 300],
  ['isk', 100_000, 2900],
])('a fee in %s is a valid amount of the currency', async (currency, amount, fee) => {
  const { stripe } = await openSandbox();
  await stripe.paymentIntents.create(paying('pm_card_visa', { currency, amount }));
  expect(await listed(stripe)).toMatchObject([{ currency, amount, fee, net: amount - fee }]);
});

test('an authorized, declined or processing payment has no balance transaction', async () => {
  const { stripe, control } = await openSandbox({ settleMs: 60_000 });
  const held = await stripe.paymentIntents.create(
    paying('pm_card_visa', { capture_method: 'manual' }),
  );
  await stripeError(stripe.paymentIntents.create(paying('pm_card_chargeDeclined')));
  const delayed = await stripe.paymentIntents.create(paying('pm_usBankAccount_success'));
  expect(await listed(stripe)).toEqual([]);

  await stripe.paymentIntents.capture(held.id, { amount_to_capture: 2000 });
  await control('POST', `/payment_intents/${delayed.id}/settle`);
  expect(await movements(stripe)).toEqual([
    { type: 'charge', amount: 2000, fee: 88, net: 1912, source: chargeOf(held) },
    { type: 'payment', amount: 2500, fee: 103, net: 2397, source: chargeOf(delayed) },
  ]);
});

test('a refund debits its amount, without a fee, and credits it when it fails', async () => {
  const { stripe, control } = await openSandbox();
  const intent = await stripe.paymentIntents.create(paying('pm_card_visa'));
  const { id } = await stripe.refunds.create({ payment_intent: intent.id, amount: 1000 });
  await control('POST', `/refunds/${id}/fail`);
  expect((await movements(stripe)).slice(1)).toEqual([
    { type: 'refund', amount: -1000, fee: 0, net: -1000, source: id },
    { type: 'refund_failure', amount: 1000, fee: 0, net: 1000, source: id },
  ]);
  const refund = await stripe.refunds.retrieve(id, {
    expand: ['balance_transaction', 'failure_balance_transaction'],
  });
  expect(refund).toMatchObject({
    balance_transaction: { type: 'refund' },
    failure_balance_transaction: { type: 'refund_failure' },
  });
});

test('a dispute debits its amount and a fee, and a won dispute credits the amount', async () => {
  const { stripe, control } = await openSandbox();
  const intent = await stripe.paymentIntents.create(paying('pm_card_createDispute'));
  const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
  const id = String(dispute?.id);
  await control('POST', `/disputes/${id}/win`);
  expect((await movements(stripe)).slice(1)).toEqual([
    { type: 'adjustment', amount: -2500, fee: 1500, net: -4000, source: id },
    { type: 'adjustment', amount: 2500, fee: 0, net: 2500, source: id },
  ]);
  const { balance_transactions: booked } = await stripe.disputes.retrieve(id);
  expect(booked.map(({ reporting_category: category }) => category)).toEqual([
    'dispute',
    'dispute_reversal',
  ]);
});

test('transactions are listed by type, by source and by time, over pages, with their source', async () => {
  const { stripe } = await openSandbox();
  const intents: Stripe.PaymentIntent[] = [];
  for (let index = 0; index < 5; index++) {
    intents.push(await stripe.paymentIntents.create(paying('pm_card_visa')));
  }
  const [first] = intents;
  if (!first) throw new Error('No payment');
  await stripe.refunds.create({ payment_intent: first.id, amount: 100 });

  const charges: string[] = [];
  const pages = { type: 'charge', limit: 2, expand: ['data.source'] };
  for await (const { source } of stripe.balanceTransactions.list(pages)) {
    if (typeof source === 'string' || source?.object !== 'charge') throw new Error('No charge');
    charges.push(idOf(source.payment_intent));
  }
  expect(charges).toEqual(intents.map(({ id }) => id).toReversed());
  expect(await listed(stripe, { source: chargeOf(first) })).toHaveLength(1);
  const now = Math.floor(Date.now() / 1000);
  expect(await listed(stripe, { created: { gte: now - 60, lte: now } })).toHaveLength(6);
  expect(await listed(stripe, { created: { lt: now - 60 } })).toEqual([]);
});

test('an unknown transaction is a 404', async () => {
  const { stripe } = await openSandbox();
  const error = await stripeError(stripe.balanceTransactions.retrieve('txn_none'));
  expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
});
