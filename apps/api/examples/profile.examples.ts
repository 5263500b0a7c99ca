import { address } from '../scripts/shopper.ts';
import type { Recorder } from './recorder.ts';

interface Saved {
  readonly id: string;
}

/** A customer's profile and address book. */
export async function record(recorder: Recorder): Promise<void> {
  await recorder.record('updateProfile', {
    body: { firstName: 'Grace', lastName: 'Hopper', locale: 'en-US' },
  });
  await recorder.record('getProfile');
  await recorder.refused('updateProfile', 'precondition_failed', {
    headers: { 'if-match': '"0"' },
    body: { firstName: 'Grace' },
  });
  const saved = await recorder.record<Saved>('createAddress', {
    body: { address, isDefaultShipping: true },
  });
  const params = { addressId: saved.id };
  await recorder.record('listAddresses');
  await recorder.record('getAddress', { params });
  await recorder.record('updateAddress', { params, body: { isDefaultBilling: true } });
  await recorder.refused('removeAddress', 'precondition_failed', {
    params,
    headers: { 'if-match': '"0"' },
  });
  await recorder.record('removeAddress', { params });
}
