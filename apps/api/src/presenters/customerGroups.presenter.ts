import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Shown } from '../kernel/route.ts';
import type { CustomerGroup } from '../services/customerGroups.service.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
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

/** The entity tag of what staff write of a group; its members come and go by a job. */
export function groupEtag({ id, name, description, rule }: CustomerGroup): string {
  return etagOf(JSON.stringify([id, name, description, rule]));
}

/** Whether a group is as `If-Match` names it; undefined where any will do. */
export function isGroupOf(
  ifMatch: string | undefined,
): ((group: CustomerGroup) => boolean) | undefined {
  return ifMatch === undefined ? undefined : (group) => matchesEtag(ifMatch, groupEtag(group));
}

/** What a refusal shows of the group as it is now: its tag. */
export function presentOutdatedGroup({ current }: OutdatedError<CustomerGroup>): AppErrorOptions {
  return { headers: { ETag: groupEtag(current) } };
}
