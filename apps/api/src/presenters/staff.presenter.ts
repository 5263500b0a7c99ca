import type { Shown } from '../kernel/route.ts';
import type { StaffMember } from '../services/staff.service.ts';
import type { staffMemberSchema } from '../validators/staff.validator.ts';

export function presentStaffMember(member: StaffMember): Shown<typeof staffMemberSchema> {
  return {
    id: member.id,
    email: member.email,
    firstName: member.firstName,
    lastName: member.lastName,
    status: member.status,
    roles: member.roles.map(({ roleId, name, title, expiresAt, grantedAt }) => ({
      roleId,
      name,
      title,
      expiresAt: expiresAt?.toISOString() ?? null,
      grantedAt: grantedAt.toISOString(),
    })),
    permissions: member.permissions,
    lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
    createdAt: member.createdAt.toISOString(),
  };
}
