import type { Recorder } from './recorder.ts';

interface Account {
  readonly id: string;
}

/** What was done to a gift card, as the audit log has it. */
export async function record(recorder: Recorder): Promise<void> {
  const { body } = await recorder.ask<Account>('issueCredit', {
    headers: { 'idempotency-key': '98f13708-2101-44c4-9568-7be6106a4001' },
    body: { kind: 'gift_card', amount: { amount: 2500, currency: 'USD' } },
  });
  const accountId = body.data.id;
  const reason = 'The card was lost.';
  await recorder.ask('disableCredit', { params: { accountId }, body: { reason } });
  const query = { subject: accountId };
  await recorder.record('listAuditEntries', { query: { ...query, limit: 1 } });
  await recorder.refused('listAuditEntries', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await recorder.record('exportAuditEntries', { query: { ...query, action: 'credit.change' } });
}
