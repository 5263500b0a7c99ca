import type { Recorder } from './recorder.ts';

interface Made {
  readonly id: string;
  readonly key: string;
}

const key = (last: number) => ({
  'idempotency-key': `b7d1f6a4-2b2e-4d1c-9a1b-6c1f0e5b7${String(last).padStart(3, '0')}`,
});

/** Makes a server's key, rotates it and revokes it. */
export async function record(recorder: Recorder): Promise<void> {
  const made = await recorder.record<Made>('createApiKey', {
    headers: key(1),
    body: { kind: 'secret', name: 'Warehouse', permissions: ['orders:read'] },
  });
  const params = { keyId: made.id };
  await recorder.record('getApiKey', { params });
  await recorder.record('listApiKeys', { query: { kind: 'secret', limit: 1 } });
  await recorder.refused('listApiKeys', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await recorder.record('rotateApiKey', { params, headers: key(2), body: { overlapMinutes: 30 } });
  await recorder.record('takeApiKey', { params, body: { reason: 'Its maker has left.' } });
  const body = { reason: 'The warehouse has moved.' };
  await recorder.record('revokeApiKey', { params, body });
  await recorder.refused('revokeApiKey', 'state_conflict', { params, body });
}
