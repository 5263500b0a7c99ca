import { addAuthenticator, signIn, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

const reason = 'Registered twice';

/** Customers as staff work with them. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const { customerId, userId } = await signIn(place, 'twice@example.com');
  const { customerId: loserId } = await signIn(place, 'twice.again@example.com');
  const params = { customerId };
  await recorder.record('listCustomers', { query: { q: 'twice', limit: 1 } });
  await recorder.refused('listCustomers', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await recorder.record('getCustomer', { params });
  await recorder.record('listCustomerOrders', { params });
  await recorder.refused('listCustomerOrders', 'invalid_cursor', {
    params,
    query: { cursor: 'eyJv' },
  });
  await recorder.record('getCustomerTimeline', { params });
  await recorder.refused('getCustomerTimeline', 'invalid_cursor', {
    params,
    query: { cursor: 'eyJv' },
  });
  await recorder.record('changeCustomer', { params, body: { tags: ['vip'], note: 'By phone.' } });
  await recorder.refused('changeCustomer', 'precondition_failed', {
    params,
    headers: { 'if-match': '"0"' },
    body: { tags: [] },
  });
  await recorder.record('disableCustomer', { params, body: { reason } });
  await recorder.record('enableCustomer', { params, body: { reason } });
  await addAuthenticator(place, userId);
  const lost = { params, body: { reason: 'The telephone is lost' } };
  await recorder.record('resetCustomerFactors', lost);
  await recorder.refused('resetCustomerFactors', 'factor_missing', lost);
  await recorder.record('mergeCustomers', { params, body: { loserId, reason } });
  await recorder.refused('mergeCustomers', 'state_conflict', { params, body: { loserId, reason } });
  await recorder.refused('disableCustomer', 'state_conflict', {
    params: { customerId: loserId },
    body: { reason },
  });
  await recorder.refused('enableCustomer', 'state_conflict', {
    params: { customerId: loserId },
    body: { reason },
  });
}
