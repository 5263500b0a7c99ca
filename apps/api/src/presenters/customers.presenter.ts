import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import { openTo, type Reader } from '../kernel/fieldPermissions.ts';
import type { Shown } from '../kernel/route.ts';
import type { Customer, TimelineEntry } from '../services/customers.service.ts';
import { etagOf } from '../utils/etag.ts';
import { deviceOf } from '../utils/userAgent.ts';
import type { customerSchema, timelineEntrySchema } from '../validators/customers.validator.ts';

/** A customer as staff see them, and of them what the reader may see. */
export function presentCustomer(reader: Reader, customer: Customer): Shown<typeof customerSchema> {
  const {
    userId: _userId,
    isVerified,
    lastOrderAt,
    createdAt,
    status,
    supersededAt,
    ...shown
  } = customer;
  return openTo(reader, 'Customer', {
    ...shown,
    emailVerified: isVerified,
    status: status as Shown<typeof customerSchema>['status'],
    lastOrderAt: lastOrderAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    supersededAt: supersededAt?.toISOString() ?? null,
  });
}

export function presentTimelineEntry({
  id,
  kind,
  at,
  about: { userAgent, ...about },
}: TimelineEntry): Shown<typeof timelineEntrySchema> {
  const device = kind === 'sign_in' && {
    device: deviceOf(typeof userAgent === 'string' ? userAgent : ''),
  };
  const entry = { id, kind, at: at.toISOString(), ...about, ...device };
  // Each kind's members are what the statement of the timeline selects.
  return entry as Shown<typeof timelineEntrySchema>;
}

/** The entity tag of a customer as staff see them: of what staff change. */
export function customerEtag(customer: Customer): string {
  const { id, tags, note, metafields, taxExemption, status } = customer;
  return etagOf(JSON.stringify([id, tags, note, metafields, taxExemption, status]));
}

/** What a refusal shows of the customer as they are now: the tag. */
export function presentOutdatedCustomer({ current }: OutdatedError<Customer>): AppErrorOptions {
  return { headers: { ETag: customerEtag(current) } };
}
