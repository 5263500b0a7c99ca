import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { apiRoot } from '../src/config/paths.ts';
import { addAuthenticator, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Member {
  readonly id: string;
  readonly email: string;
}

/** A member of staff beside the demo's owner, who can sign in. */
export const colleague = {
  email: 'hedy@example.com',
  password: 'hop from frequency to frequency',
};

/** Makes the colleague by the command that makes staff. */
export function addColleague(dataDir: string): void {
  const command = path.join(apiRoot, 'src/processes/staff.ts');
  const words = ['create', '--email', colleague.email, '--role', 'finance', '--password-stdin'];
  const options = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const { status, stderr } = spawnSync(process.execPath, [...options, command, ...words], {
    input: colleague.password,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir },
  });
  if (status !== 0) throw new Error(stderr);
}

/** Grants the colleague a role, revokes it, and disables the colleague for a while. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const members = await recorder.record<Member[]>('listStaff', { query: { limit: 5 } });
  const idOf = (email: string) => members.find((one) => one.email === email)?.id ?? '';
  const params = { userId: idOf(colleague.email) };
  await recorder.refused('listStaff', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  await recorder.record('getStaffMember', { params });
  const { body } = await recorder.ask<Named[]>('listRoles', {});
  const roleOf = (role: string) => body.data.find(({ name }) => name === role)?.id ?? '';
  const support = { ...params, roleId: roleOf('support') };
  await recorder.record('grantRole', {
    params: support,
    body: { expiresAt: new Date(Date.now() + 365 * 86_400_000).toISOString() },
  });
  await recorder.refused('grantRole', 'role_built_in', {
    params: { ...params, roleId: roleOf('customer') },
    body: {},
  });
  await recorder.record('revokeRole', { params: support });
  const owner = { userId: idOf('owner@localhost') };
  await recorder.refused('revokeRole', 'last_owner', {
    params: { ...owner, roleId: roleOf('owner') },
  });
  const leaves = { reason: 'Is on leave until June.' };
  await recorder.refused('disableStaffMember', 'last_owner', { params: owner, body: leaves });
  await recorder.record('disableStaffMember', { params, body: leaves });
  await recorder.refused('disableStaffMember', 'state_conflict', { params, body: leaves });
  await recorder.record('enableStaffMember', { params, body: { reason: 'Is back.' } });
  await addAuthenticator(place, params.userId);
  const lost = { params, body: { reason: 'The telephone is lost' } };
  await recorder.record('resetStaffFactors', lost);
  await recorder.refused('resetStaffFactors', 'factor_missing', lost);
}
