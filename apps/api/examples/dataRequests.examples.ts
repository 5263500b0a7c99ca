import { signIn, withShopAt, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

interface Request {
  readonly id: string;
  readonly state: string;
  readonly expiresAt: string | null;
}

const reason = 'Asked for by letter';

/** Customers ask for their data, and to be erased; staff do it for them. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const { id: requestId } = await recorder.record<Request>('requestDataExport');
  const params = { requestId };
  const isDone = ({ state }: Request) => state === 'done';
  const { expiresAt } = await recorder.until<Request>('getDataExport', { params }, isDone);
  await recorder.record('getDataExport', { params });
  const token = await withShopAt(place, async ({ services }) =>
    services.dataRequests.linkTokenOf({ id: requestId, expiresAt: new Date(expiresAt ?? 0) }),
  );
  await recorder.record('openDataExport', { body: { token } });
  await recorder.refused('openDataExport', 'not_found', { body: { token: 'dxl_expired' } });

  const leaving = await signIn(place, 'leaving@example.com');
  const { customerId } = leaving;
  await recorder.record('exportCustomer', { params: { customerId }, body: { reason } });
  await recorder.record('listAllDataRequests', { query: { kind: 'export' } });
  await recorder.record('listDataRequests', { params: { customerId } });
  const { as: staying, ...spender } = await signIn(place, 'spender@example.com');
  await recorder.record('issueCredit', {
    headers: { 'idempotency-key': '5b1f8d0e-6c4e-4d3a-9b57-3f6a0d3c0001' },
    body: {
      kind: 'store_credit',
      customerId: spender.customerId,
      amount: { amount: 500, currency: 'USD' },
    },
  });
  const blocked = { params: { customerId: spender.customerId }, body: { reason } };
  await recorder.refused('eraseCustomer', 'erasure_blocked', blocked);
  await recorder.record('eraseCustomer', { params: { customerId }, body: { reason } });
  recorder.actAs(staying);
  await recorder.refused('requestErasure', 'erasure_blocked', { body: { confirm: true } });
  await recorder.record('requestErasure', { body: { confirm: true, forfeitCredit: true } });
  recorder.actAs((await signIn(place, 'grace.again@example.com')).as);
}
