import { withDeps } from '../utils/withDeps.ts';
import type { CustomerGroupsDeps } from './customerGroups/deps.ts';
import { getGroup, listGroups } from './customerGroups/findGroups.ts';
import { addMember, moveMembers, removeMember } from './customerGroups/members.ts';
import { refreshAllGroups, refreshGroup, requestRefresh } from './customerGroups/refreshGroup.ts';
import { changeGroup, createGroup, deleteGroup } from './customerGroups/writeGroups.ts';

export type { CustomerGroup } from './customerGroups/findGroups.ts';
export type CustomerGroupsService = ReturnType<typeof createCustomerGroupsService>;

/** Groups of customers, by hand or by a rule. */
export function createCustomerGroupsService(deps: CustomerGroupsDeps) {
  return {
    get: getGroup,
    moveMembers,
    refresh: refreshGroup,
    refreshAll: refreshAllGroups,
    ...withDeps(deps, {
      list: listGroups,
      create: createGroup,
      change: changeGroup,
      remove: deleteGroup,
      addMember,
      removeMember,
      requestRefresh,
    }),
  };
}
