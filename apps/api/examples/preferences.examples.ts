import type { Recorder } from './recorder.ts';
import { colleague } from './staffMembers.examples.ts';

interface Made {
  readonly id: string;
}

/** A member of staff keeps settings and a view. */
export async function record(recorder: Recorder): Promise<void> {
  const { body } = await recorder.ask<{ accessToken: string }>('login', { body: colleague });
  const token = body.data.accessToken;
  const settings = { columns: { orders: ['number', 'total'] } };
  await recorder.record('setPreferences', { token, body: { settings } });
  await recorder.record('getPreferences', { token });
  await recorder.record('getStaffSession', { token });
  const made = await recorder.record<Made>('createView', {
    token,
    body: {
      resource: 'orders',
      name: 'Unpaid for a week',
      filter: { paymentStatus: 'pending' },
      columns: ['number', 'total'],
      isShared: true,
    },
  });
  const params = { viewId: made.id };
  await recorder.record('listViews', { token, query: { resource: 'orders' } });
  await recorder.refused('listViews', 'invalid_cursor', { token, query: { cursor: 'eyJv' } });
  await recorder.record('changeView', { token, params, body: { name: 'Unpaid' } });
  await recorder.record('deleteView', { token, params });
  const gone = { token, params };
  await recorder.refused('changeView', 'not_found', { ...gone, body: { name: 'Unpaid' } });
  await recorder.refused('deleteView', 'not_found', gone);
  const wrong = { token, query: { colour: 'red' } };
  const settled = { settings };
  await recorder.refused('getStaffSession', 'validation_failed', wrong);
  await recorder.refused('getPreferences', 'validation_failed', wrong);
  await recorder.refused('setPreferences', 'validation_failed', { ...wrong, body: settled });
  await recorder.refused('listViews', 'validation_failed', wrong);
  const view = { resource: 'orders', name: 'Unpaid' };
  await recorder.refused('createView', 'validation_failed', { ...wrong, body: view });
  await recorder.refused('changeView', 'validation_failed', {
    ...wrong,
    params,
    body: { name: 'Unpaid' },
  });
  await recorder.refused('deleteView', 'validation_failed', { ...wrong, params });
}
