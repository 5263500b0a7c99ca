import { withDeps } from '../utils/withDeps.ts';
import { grantRole, revokeRole } from './staff/changeRoles.ts';
import { disableStaffMember, enableStaffMember } from './staff/changeStatus.ts';
import type { StaffDeps } from './staff/deps.ts';
import { getStaffMember, listStaff } from './staff/findStaff.ts';
import { findVerified, joinStaff, rightsOf } from './staff/join.ts';
import { createMember, resetMemberPassword } from './staff/provision.ts';
import { resetMemberFactors } from './staff/resetFactors.ts';

export type { StaffMember } from './staff/findStaff.ts';

export type StaffService = ReturnType<typeof createStaffService>;

/** The people who run the shop, and their roles. */
export function createStaffService(deps: StaffDeps) {
  return {
    get: getStaffMember,
    join: joinStaff,
    findVerified,
    rightsOf,
    ...withDeps(deps, {
      list: listStaff,
      grant: grantRole,
      revoke: revokeRole,
      disable: disableStaffMember,
      enable: enableStaffMember,
      create: createMember,
      resetPassword: resetMemberPassword,
      resetFactors: resetMemberFactors,
    }),
  };
}
