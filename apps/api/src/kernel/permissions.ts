/** What staff may be allowed to do: `<resource>:<verb>`. Roles, when there are any, are sets of these. */
export const staffPermissions = [
  'orders:read',
  'orders:cancel',
  'orders:capture',
  'orders:refund',
  'disputes:read',
  'creditAccounts:read',
  'creditAccounts:write',
  'workflows:read',
  'workflows:write',
  'jobs:read',
  'jobs:write',
  'doctor:run',
  'setup:read',
] as const;

export type StaffPermission = (typeof staffPermissions)[number];

/** Who may call a route. "public" is spelled out: what a guest may see is guarded by capabilities (a cart's id, an order's token). */
export type Permission = 'public' | StaffPermission;
