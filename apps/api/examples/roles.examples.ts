import type { Recorder } from './recorder.ts';

interface Role {
  readonly id: string;
  readonly name: string;
}

/** Makes, changes and deletes a role, and has what no one may do refused. */
export async function record(recorder: Recorder): Promise<void> {
  await recorder.record('listPermissions');
  const [owner] = await recorder.record<Role[]>('listRoles');
  const body = {
    name: 'night_shift',
    title: 'Night shift',
    description: 'Looks at orders, and at nothing else.',
    permissions: ['orders:read'],
  };
  const { id } = await recorder.record<Role>('createRole', { body });
  await recorder.refused('createRole', 'role_name_taken', { body });
  await recorder.refused('createRole', 'role_permission_unfit', {
    body: { ...body, name: 'shoppers', permissions: ['account:read:own'] },
  });
  const params = { roleId: id };
  await recorder.record('getRole', { params });
  await recorder.record('changeRole', {
    params,
    body: { permissions: ['orders:read', 'orders:cancel'] },
  });
  await recorder.refused('changeRole', 'precondition_failed', {
    params,
    headers: { 'if-match': '"another"' },
    body: { title: 'Night' },
  });
  await recorder.refused('changeRole', 'role_built_in', {
    params: { roleId: owner?.id ?? '' },
    body: { permissions: [] },
  });
  await recorder.record('deleteRole', { params });
}
