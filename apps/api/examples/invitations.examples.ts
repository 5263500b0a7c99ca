import type { Recorder } from './recorder.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const email = 'lise@example.com';
const key = { 'idempotency-key': 'c0a1f6a4-2b2e-4d1c-9a1b-6c1f0e5b7001' };

/** Invites someone, sends the mail again, and accepts; another invitation is revoked. */
export async function record(recorder: Recorder): Promise<void> {
  const { body } = await recorder.ask<Named[]>('listRoles', {});
  const roleOf = (role: string) => body.data.find(({ name }) => name === role)?.id ?? '';
  const roleIds = [roleOf('support')];
  const made = await recorder.record<Named>('createInvitation', {
    headers: key,
    body: { email, roleIds },
  });
  await recorder.refused('createInvitation', 'role_built_in', {
    body: { email, roleIds: [roleOf('customer')] },
  });
  const params = { invitationId: made.id };
  await recorder.record('getInvitation', { params });
  const token = await recorder.tokenFor(email, 'invitation');
  const acceptance = { token, password: 'seven purple umbrellas', firstName: 'Lise' };
  await recorder.record('acceptInvitation', { body: acceptance });
  await recorder.refused('acceptInvitation', 'invalid_token', { body: acceptance });
  await recorder.refused('resendInvitation', 'state_conflict', { params });
  const other = await recorder.ask<Named>('createInvitation', {
    body: { email: 'otto@example.com', roleIds },
  });
  const revoked = { params: { invitationId: other.body.data.id } };
  await recorder.record('resendInvitation', revoked);
  const reason = { reason: 'The wrong address.' };
  await recorder.record('revokeInvitation', { ...revoked, body: reason });
  await recorder.refused('revokeInvitation', 'state_conflict', { ...revoked, body: reason });
  await recorder.record('listInvitations', { query: { limit: 2 } });
  await recorder.refused('listInvitations', 'invalid_cursor', { query: { cursor: 'eyJv' } });
}
