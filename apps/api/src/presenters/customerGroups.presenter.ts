import type { Shown } from '../kernel/route.ts';
import type { CustomerGroup } from '../services/customerGroups.service.ts';
import type { groupSchema } from '../validators/customerGroups.validator.ts';

export function presentGroup({
  refreshedAt,
  createdAt,
  updatedAt,
  ...group
}: CustomerGroup): Shown<typeof groupSchema> {
  return {
    ...group,
    refreshedAt: refreshedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
