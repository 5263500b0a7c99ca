import type { Recorder } from './recorder.ts';
import { placeOrder } from './shopper.ts';

const YEAR_MS = 365 * 86_400_000;

interface Account {
  readonly id: string;
  readonly code: string;
}

const key = (last: number) => ({
  'idempotency-key': `98f13708-2101-44c4-9568-7be6106a3${String(last).padStart(3, '0')}`,
});

/** The life cycle of a gift card: issued, read, spent, adjusted, disabled. */
export async function record(recorder: Recorder): Promise<void> {
  const { id: accountId, code } = await recorder.record<Account>('issueCredit', {
    headers: key(1),
    body: {
      kind: 'gift_card',
      amount: { amount: 50_000, currency: 'USD' },
      note: 'Prize of the summer draw',
    },
  });
  await recorder.record('getGiftCardBalance', { body: { code } });
  await recorder.refused('getGiftCardBalance', 'not_found', {
    body: { code: 'AAAA-AAAA-AAAA-AAAA' },
  });
  await placeOrder(recorder, { paymentProvider: 'stripe', giftCards: [code] });
  const params = { accountId };
  await recorder.record('adjustCredit', {
    params,
    headers: key(2),
    body: { amount: { amount: -500, currency: 'USD' }, reason: 'Was printed with 5 too much.' },
  });
  await recorder.refused('adjustCredit', 'insufficient_credit', {
    params,
    headers: key(3),
    body: { amount: { amount: -900_000, currency: 'USD' }, reason: 'More than there is.' },
  });
  await recorder.record('listCreditEntries', { params, query: { limit: 2 } });
  await recorder.record('listCreditAccounts', { query: { kind: 'gift_card', limit: 1 } });
  await recorder.record('getCreditAccount', { params });
  await recorder.record('changeCredit', {
    params,
    body: {
      expiresAt: new Date(Date.now() + YEAR_MS).toISOString(),
      reason: 'The draw was put off.',
    },
  });
  await recorder.refused('changeCredit', 'precondition_failed', {
    params,
    headers: { 'if-match': '"0"' },
    body: { disabled: true, reason: 'The card was lost.' },
  });
  await recorder.record('disableCredit', { params, body: { reason: 'The card was lost.' } });
  for (const list of ['listCreditAccounts', 'listCreditEntries'] as const) {
    await recorder.refused(list, 'invalid_cursor', { params, query: { cursor: 'eyJv' } });
  }
  await ownCredit(recorder);
}

interface Profile {
  readonly id: string;
}

/** Store credit, as its customer sees it. */
async function ownCredit(recorder: Recorder): Promise<void> {
  const { body } = await recorder.ask<Profile>('getProfile', {});
  const amount = { amount: 3000, currency: 'USD' };
  await recorder.ask('issueCredit', {
    headers: key(4),
    body: { kind: 'store_credit', customerId: body.data.id, amount },
  });
  await recorder.record('listOwnCredit');
  await recorder.record('listOwnCreditEntries', { query: { limit: 1 } });
  await recorder.refused('listOwnCreditEntries', 'invalid_cursor', { query: { cursor: 'eyJv' } });
}
