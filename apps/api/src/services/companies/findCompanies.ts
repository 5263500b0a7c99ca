import type { Prisma } from '../../db/generated/client.ts';
import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import type { Address } from '../../kernel/address.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import type { IdRange } from '../../utils/page.ts';
import type { Company, CompanyLocation, OwnCompany, TaxExemption } from './company.ts';

const oldest = { orderBy: { id: 'asc' } } as const;

const include = {
  locations: oldest,
  members: { orderBy: { customerId: 'asc' } },
  quantityRules: oldest,
} as const;

type Row = Prisma.CompanyGetPayload<{ include: typeof include }>;
type LocationRow = Row['locations'][number];

/** @throws {AppError} not_found */
export async function getCompany({ db }: Context, id: string): Promise<Company> {
  const row = await db.prisma.company.findUnique({ where: { id }, include });
  if (!row) throw notFound('company');
  return companyOf(row);
}

/** A page of companies. @param name a part of their names; any where it is undefined. */
export async function findCompanies(
  { db }: Context,
  range: IdRange,
  name: string | undefined,
): Promise<Company[]> {
  const { id, ...page } = idPage(range);
  const named =
    name === undefined ? {} : { name: { contains: name, mode: 'insensitive' as const } };
  const rows = await db.prisma.company.findMany({ where: { id, ...named }, include, ...page });
  return rows.map(companyOf);
}

/** The companies that the caller buys for. */
export async function listOwnCompanies(ctx: Context): Promise<OwnCompany[]> {
  const rows = await ctx.db.prisma.companyMember.findMany({
    where: { customerId: customerIdOf(ctx) },
    include: { company: { include: { locations: oldest, quantityRules: oldest } } },
    orderBy: { companyId: 'asc' },
  });
  return rows.map(({ company, ...member }) => ({
    id: company.id,
    name: company.name,
    role: member.role,
    orderLimit: limitOf(member),
    locations: company.locations.map(locationOf),
    quantityRules: company.quantityRules,
  }));
}

function companyOf({ members, locations, ...row }: Row): Company {
  return {
    ...row,
    locations: locations.map(locationOf),
    members: members.map((member) => ({
      customerId: member.customerId,
      role: member.role,
      orderLimit: limitOf(member),
    })),
  };
}

function limitOf(member: Pick<Row['members'][number], 'orderLimit' | 'orderLimitCurrency'>) {
  const { orderLimit: amount, orderLimitCurrency: currency } = withNumbers(member);
  return amount === null || currency === null ? null : ({ amount, currency } satisfies Money);
}

interface StoredAddresses {
  readonly shipping?: Address | null;
  readonly billing?: Address | null;
}

/** What the row holds of addresses passed their schema when they were saved. */
function locationOf(row: LocationRow): CompanyLocation {
  const answer = row.vatAnswer as { name?: string | null; address?: string | null };
  const { shipping = null, billing = null } = row.addresses as StoredAddresses;
  return {
    id: row.id,
    name: row.name,
    shippingAddress: shipping,
    billingAddress: billing,
    vatId: row.vatId,
    vatCheck: {
      status: row.vatStatus,
      checkedAt: row.vatCheckedAt,
      consultationNumber: row.vatConsultationNumber,
      name: answer.name ?? null,
      address: answer.address ?? null,
    },
    exemption: exemptionOf(row),
    paymentTermsDays: row.paymentTermsDays,
  };
}

function exemptionOf(row: LocationRow): TaxExemption | null {
  if (row.exemptionReason === null) return null;
  return {
    reason: row.exemptionReason,
    certificate: row.exemptionCertificate,
    country: row.exemptionCountry,
    region: row.exemptionRegion,
    validUntil: row.exemptionValidUntil?.toISOString().slice(0, 10) ?? null,
  };
}
