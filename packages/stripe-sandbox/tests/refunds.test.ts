import {
  chargeOf,
  closeSandboxes,
  eventTypes,
  openSandbox,
  paying,
  stripeError,
  until,
} from './helpers/sandbox.ts';

afterEach(closeSandboxes);

test('refunds add up to what was captured and no further', async () => {
  const { stripe } = await openSandbox();
  const intent = await stripe.paymentIntents.create(paying('pm_card_visa'));
  const first = await stripe.refunds.create({
    payment_intent: intent.id,
    amount: 1000,
    reason: 'requested_by_customer',
    metadata: { refundId: 'ref_1' },
  });
  expect(first).toMatchObject({ status: 'succeeded', amount: 1000, payment_intent: intent.id });
  const error = await stripeError(
    stripe.refunds.create({ payment_intent: intent.id, amount: 1501 }),
  );
  expect(error).toMatchObject({ statusCode: 400, param: 'amount' });
  expect(error.message).toBe(
    'Refund amount ($15.01 usd) is greater than unrefunded amount on charge ($15.00 usd)',
  );
  const rest = await stripe.refunds.create({ charge: chargeOf(intent) });
  expect(rest.amount).toBe(1500);
  expect(await stripe.charges.retrieve(chargeOf(intent))).toMatchObject({
    amount_refunded: 2500,
    refunded: true,
  });
  expect(await stripeError(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
    code: 'charge_already_refunded',
  });
  const list = await stripe.refunds.list({ payment_intent: intent.id });
  expect(list.data.map((refund) => refund.id)).toEqual([rest.id, first.id]);
  expect((await eventTypes(stripe)).slice(3)).toEqual([
    'refund.created',
    'charge.refunded',
    'refund.created',
    'charge.refunded',
  ]);
});

test('a partial capture bounds the refund', async () => {
  const { stripe } = await openSandbox();
  const intent = await stripe.paymentIntents.create(
    paying('pm_card_visa', { capture_method: 'manual' }),
  );
  await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
    code: 'charge_not_refundable',
  });
  await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 2000 });
  await expect(
    stripe.refunds.create({ payment_intent: intent.id, amount: 2001 }),
  ).rejects.toMatchObject({ code: 'amount_too_large' });
  expect(await stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({
    amount: 2000,
  });
});

test('a payment that was never paid has nothing to refund', async () => {
  const { stripe } = await openSandbox();
  const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
  await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
    statusCode: 400,
  });
});

test('a refund may fail after it had succeeded, and the charge can be refunded again', async () => {
  const { stripe } = await openSandbox();
  const intent = await stripe.paymentIntents.create(paying('pm_card_refundFail'));
  const refund = await stripe.refunds.create({ payment_intent: intent.id });
  expect(refund.status).toBe('succeeded');
  await until(async () => (await stripe.refunds.retrieve(refund.id)).status === 'failed');
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
    failure_reason: 'expired_or_canceled_card',
  });
  expect(await stripe.charges.retrieve(chargeOf(intent))).toMatchObject({
    amount_refunded: 0,
    refunded: false,
  });
  expect(await eventTypes(stripe)).toEqual(
    expect.arrayContaining(['refund.failed', 'refund.updated', 'charge.updated']),
  );
});

test('a pending refund succeeds when the bank has done its part', async () => {
  const { stripe, control } = await openSandbox({ settleMs: 60_000 });
  const intent = await stripe.paymentIntents.create(paying('pm_card_pendingRefund'));
  const refund = await stripe.refunds.create({ payment_intent: intent.id });
  expect(refund.status).toBe('pending');
  await control('POST', `/refunds/${refund.id}/settle`);
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' });
});

test('the event of a refund from the dashboard has no request', async () => {
  const { stripe, control } = await openSandbox();
  const intent = await stripe.paymentIntents.create(paying('pm_card_visa'));
  await control('POST', `/payment_intents/${intent.id}/refund`, { amount: 100 });
  const [event] = (await stripe.events.list({ type: 'charge.refunded' })).data;
  expect(event).toMatchObject({
    data: { object: { amount_refunded: 100 }, previous_attributes: { amount_refunded: 0 } },
    request: { id: null, idempotency_key: null },
  });
});

describe('disputes', () => {
  test('a charge is disputed once, for what is left of it, and not when nothing is', async () => {
    const { stripe, control } = await openSandbox();
    const dispute = (id: string) => control('POST', `/payment_intents/${id}/dispute`);
    const partly = await stripe.paymentIntents.create({
      ...paying('pm_card_visa'),
      capture_method: 'manual',
    });
    await stripe.paymentIntents.capture(partly.id, { amount_to_capture: 1000 });
    await stripe.refunds.create({ payment_intent: partly.id, amount: 300 });
    await dispute(partly.id);
    expect(JSON.stringify(await dispute(partly.id))).toContain('already been disputed');
    const { data } = await stripe.disputes.list({ payment_intent: partly.id });
    expect(data.map(({ amount }) => amount)).toEqual([700]);
    const refunded = await stripe.paymentIntents.create(paying('pm_card_visa'));
    await stripe.refunds.create({ payment_intent: refunded.id });
    expect(JSON.stringify(await dispute(refunded.id))).toContain('Nothing is left');
  });

  test('a disputed charge cannot be refunded until the dispute is won', async () => {
    const { stripe, control } = await openSandbox();
    const intent = await stripe.paymentIntents.create(paying('pm_card_createDispute'));
    const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
    expect(dispute).toMatchObject({ status: 'needs_response', amount: 2500, reason: 'fraudulent' });
    expect(await stripe.charges.retrieve(chargeOf(intent))).toMatchObject({
      disputed: true,
    });
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
    await control('POST', `/disputes/${dispute?.id}/win`);
    expect(await stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({
      amount: 2500,
    });
    expect(await eventTypes(stripe)).toEqual(
      expect.arrayContaining(['charge.dispute.created', 'charge.dispute.closed']),
    );
  });

  test('a part of a charge can be disputed, and blocks all of it until it is decided', async () => {
    const { stripe, control } = await openSandbox();
    const intent = await stripe.paymentIntents.create(paying('pm_card_visa'));
    const dispute = (amount: number) =>
      control('POST', `/payment_intents/${intent.id}/dispute`, { amount });
    await dispute(1000);
    await dispute(500);
    expect(JSON.stringify(await dispute(1001))).toContain('Only 1000 is left');
    const { data } = await stripe.disputes.list({ payment_intent: intent.id });
    expect(data.map(({ amount }) => amount)).toEqual([500, 1000]);
    const refund = (of: { amount?: number } = {}) =>
      stripe.refunds.create({ payment_intent: intent.id, ...of });
    await control('POST', `/disputes/${data[1]?.id}/lose`);
    await expect(refund({ amount: 100 })).rejects.toMatchObject({ code: 'charge_disputed' });
    await control('POST', `/disputes/${data[0]?.id}/win`);
    await expect(refund({ amount: 1501 })).rejects.toMatchObject({ code: 'amount_too_large' });
    expect(await refund()).toMatchObject({ amount: 1500 });
    await expect(refund({ amount: 1 })).rejects.toMatchObject({ code: 'charge_disputed' });
  });

  test('an inquiry debits nothing and blocks no refund until it is a dispute', async () => {
    const { stripe, control } = await openSandbox();
    const intent = await stripe.paymentIntents.create(paying('pm_card_createDisputeInquiry'));
    const [inquiry] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
    expect(inquiry).toMatchObject({
      status: 'warning_needs_response',
      is_charge_refundable: true,
      balance_transactions: [],
    });
    await stripe.refunds.create({ payment_intent: intent.id, amount: 500 });
    await control('POST', `/disputes/${inquiry?.id}/escalate`);
    expect(await stripe.disputes.retrieve(String(inquiry?.id))).toMatchObject({
      status: 'needs_response',
      is_charge_refundable: false,
      amount: 2000,
    });
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
    const other = await stripe.paymentIntents.create(paying('pm_card_createDisputeInquiry'));
    const [closed] = (await stripe.disputes.list({ payment_intent: other.id })).data;
    await control('POST', `/disputes/${closed?.id}/lose`);
    expect(await stripe.disputes.retrieve(String(closed?.id))).toMatchObject({
      status: 'warning_closed',
    });
  });

  test('evidence decides a dispute, and closing loses it', async () => {
    const { stripe, control } = await openSandbox();
    const won = await stripe.paymentIntents.create(paying('pm_card_createDispute'));
    const [first] = (await stripe.disputes.list({ payment_intent: won.id })).data;
    expect(
      await stripe.disputes.update(String(first?.id), {
        evidence: { uncategorized_text: 'winning_evidence' },
      }),
    ).toMatchObject({ status: 'won' });
    const lost = await stripe.paymentIntents.create(paying('pm_card_visa'));
    await control('POST', `/payment_intents/${lost.id}/dispute`, { reason: 'duplicate' });
    const [second] = (await stripe.disputes.list({ payment_intent: lost.id })).data;
    expect(await stripe.disputes.close(String(second?.id))).toMatchObject({ status: 'lost' });
    await expect(stripe.disputes.close(String(second?.id))).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});
