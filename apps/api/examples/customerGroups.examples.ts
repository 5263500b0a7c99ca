import { signIn, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

/** Groups of customers, by hand and by a rule. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const { customerId } = await signIn(place, 'regular@example.com');
  const rule = { minOrders: 3, minSpent: { amount: 50_000, currency: 'USD' } };
  const body = { name: 'Regulars', description: 'Invited to previews.', rule };
  const { id: groupId } = await recorder.record<{ id: string }>('createCustomerGroup', { body });
  await recorder.refused('createCustomerGroup', 'group_name_taken', { body });
  const params = { groupId };
  const isFresh = ({ refreshedAt }: { refreshedAt: string | null }) => refreshedAt !== null;
  await recorder.until('getCustomerGroup', { params }, isFresh);
  await recorder.record('listCustomerGroups');
  await recorder.refused('listCustomerGroups', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await recorder.record('getCustomerGroup', { params });
  await recorder.record('changeCustomerGroup', { params, body: { rule: { tag: 'vip' } } });
  const member = { params: { groupId, customerId } };
  await recorder.record('addCustomerToGroup', member);
  await recorder.record('removeCustomerFromGroup', member);
  await recorder.refused('removeCustomerFromGroup', 'not_found', member);
  await recorder.record('refreshCustomerGroup', { params });
  await recorder.record('deleteCustomerGroup', { params });
  await recorder.refused('getCustomerGroup', 'not_found', { params });
}
