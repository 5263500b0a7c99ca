import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Shown } from '../kernel/route.ts';
import type {
  Approval,
  Company,
  CompanyLocation,
  OwnCompany,
  QuantityRule,
} from '../services/companies.service.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
import type {
  approvalSchema,
  companySchema,
  ownCompanySchema,
} from '../validators/companies.validator.ts';

export function presentCompany(company: Company): Shown<typeof companySchema> {
  const { id, name, note, locations, members, quantityRules, createdAt, updatedAt } = company;
  return {
    id,
    name,
    note,
    locations: locations.map(presentLocation),
    members: members.map(({ customerId, role, orderLimit }) => ({ customerId, role, orderLimit })),
    quantityRules: quantityRules.map(presentRule),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function presentApproval({
  id,
  currency,
  total,
  askedAt,
  ...approval
}: Approval): Shown<typeof approvalSchema> {
  return {
    cartId: id,
    company: { id: approval.companyId, name: approval.companyName },
    location: { id: approval.locationId, name: approval.locationName },
    customerId: approval.customerId,
    firstName: approval.firstName,
    lastName: approval.lastName,
    purchaseOrderNumber: approval.purchaseOrderNumber,
    total: { amount: total, currency },
    askedAt: askedAt.toISOString(),
  };
}

export function presentOwnCompany(company: OwnCompany): Shown<typeof ownCompanySchema> {
  const { id, name, role, orderLimit, locations, quantityRules } = company;
  return {
    id,
    name,
    role,
    orderLimit,
    locations: locations.map(presentLocation),
    quantityRules: quantityRules.map(presentRule),
  };
}

function presentLocation({ vatCheck, ...location }: CompanyLocation) {
  const { id, name, shippingAddress, billingAddress } = location;
  const { vatId, exemption, paymentTermsDays } = location;
  return {
    id,
    name,
    shippingAddress,
    billingAddress,
    vatId,
    vatCheck: { ...vatCheck, checkedAt: vatCheck.checkedAt?.toISOString() ?? null },
    exemption,
    paymentTermsDays,
  };
}

function presentRule({ variantId, locationId, minimum, step }: QuantityRule) {
  return { variantId, locationId, minimum, step };
}

/** The entity tag of a company as it is shown. */
export function companyEtag(company: Company): string {
  return etagOf(JSON.stringify(presentCompany(company)));
}

/** Whether a company is as `If-Match` names it; undefined where any will do. */
export function isCompanyOf(
  ifMatch: string | undefined,
): ((company: Company) => boolean) | undefined {
  return ifMatch === undefined
    ? undefined
    : (company) => matchesEtag(ifMatch, companyEtag(company));
}

/** What a refusal shows of the company as it is now: its tag. */
export function presentOutdatedCompany({ current }: OutdatedError<Company>): AppErrorOptions {
  return { headers: { ETag: companyEtag(current) } };
}
