import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Shown } from '../kernel/route.ts';
import type { Customer } from '../services/customers.service.ts';
import { etagOf } from '../utils/etag.ts';
import type { customerSchema } from '../validators/customers.validator.ts';

export function presentCustomer(customer: Customer): Shown<typeof customerSchema> {
  const { userId: _userId, isVerified, lastOrderAt, createdAt, status, ...shown } = customer;
  return {
    ...shown,
    emailVerified: isVerified,
    status: status as Shown<typeof customerSchema>['status'],
    lastOrderAt: lastOrderAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** The entity tag of a customer as staff see them: of what staff change. */
export function customerEtag({ id, tags, note, metafields, status }: Customer): string {
  return etagOf(JSON.stringify([id, tags, note, metafields, status]));
}

/** What a refusal shows of the customer as they are now: the tag. */
export function presentOutdatedCustomer({ current }: OutdatedError<Customer>): AppErrorOptions {
  return { headers: { ETag: customerEtag(current) } };
}
