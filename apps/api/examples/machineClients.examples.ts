import type { Recorder } from './recorder.ts';

interface Made {
  readonly id: string;
  readonly secret: string;
}

const key = (last: number) => ({
  'idempotency-key': `c2a91f37-4f0d-4a5b-8e21-9d3c7b6a1${String(last).padStart(3, '0')}`,
});

/** Makes a client of OAuth 2, which gets a token; changes, rotates and revokes it. */
export async function record(recorder: Recorder): Promise<void> {
  const { id, secret } = await recorder.record<Made>('createMachineClient', {
    headers: key(1),
    body: { name: 'Accounting', permissions: ['orders:read', 'creditAccounts:read'] },
  });
  const params = { clientId: id };
  await recorder.record('getMachineClient', { params });
  await recorder.record('listMachineClients', { query: { limit: 1 } });
  await recorder.refused('listMachineClients', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  const form = (scope: string, secret: string) => ({
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
    },
    body: `grant_type=client_credentials&scope=${scope}`,
  });
  await recorder.record('issueMachineToken', form('orders:read', secret));
  await recorder.refused('issueMachineToken', 'invalid_scope', form('orders:refund', secret));
  await recorder.refused('issueMachineToken', 'invalid_client', form('orders:read', 'wrong'));
  const body = { permissions: ['orders:read'] };
  await recorder.record('changeMachineClient', { params, body });
  await recorder.record('rotateMachineClientSecret', { params, headers: key(2), body: {} });
  const reason = 'Accounting has another program.';
  await recorder.record('takeMachineClient', { params, body: { reason } });
  await recorder.record('revokeMachineClient', { params, body: { reason } });
  await recorder.refused('revokeMachineClient', 'state_conflict', { params, body: { reason } });
}
