import { MAX_LOCATIONS } from '../../domains/companies.limits.ts';
import type { Address } from '../../kernel/address.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { changeInPlace, type ChangeTerms, type CompaniesDeps } from './changeInPlace.ts';
import type { Company, TaxExemption } from './company.ts';
import { tidyVatId } from './tidyVatId.ts';
import { queueVatCheck } from './verifyVatIds.ts';

/** What a location is to be; undefined keeps, null clears. */
interface LocationInput {
  readonly name?: string | undefined;
  readonly shippingAddress?: Address | null | undefined;
  readonly billingAddress?: Address | null | undefined;
  readonly vatId?: string | null | undefined;
  readonly exemption?: TaxExemption | null | undefined;
  readonly paymentTermsDays?: number | null | undefined;
}

/** @throws {AppError} not_found, company_limit_exceeded, vat_id_invalid @throws {OutdatedError} precondition_failed */
export function addLocation(
  deps: CompaniesDeps,
  ctx: Context,
  companyId: string,
  { isExpected, ...input }: LocationInput & { readonly name: string } & ChangeTerms,
): Promise<Company> {
  return changeInPlace(deps, ctx, companyId, {
    action: 'company.addLocation',
    isExpected,
    async change(ctx, before) {
      if (before.locations.length >= MAX_LOCATIONS) {
        const message = `A company has at most ${MAX_LOCATIONS} locations.`;
        throw new AppError('company_limit_exceeded', message);
      }
      const id = newId('companyLocation');
      const data = { id, companyId, name: input.name, ...(await columnsOf(input)) };
      await ctx.db.prisma.companyLocation.create({ data });
      if (data.vatId) await queueVatCheck(deps, ctx, id);
    },
  });
}

/** A location, by its company's id and its own. */
interface LocationChange extends LocationInput, ChangeTerms {
  readonly locationId: string;
}

/** @throws {AppError} not_found, vat_id_invalid @throws {OutdatedError} precondition_failed */
export function changeLocation(
  deps: CompaniesDeps,
  ctx: Context,
  companyId: string,
  { locationId, isExpected, ...input }: LocationChange,
): Promise<Company> {
  return changeInPlace(deps, ctx, companyId, {
    action: 'company.changeLocation',
    isExpected,
    async change(ctx, before) {
      const location = before.locations.find(({ id }) => id === locationId);
      if (!location) throw notFound('location of this company');
      const { vatId, ...data } = await columnsOf({
        shippingAddress: location.shippingAddress,
        billingAddress: location.billingAddress,
        ...defined(input),
      });
      const isNewVatId = vatId !== undefined && vatId !== location.vatId;
      await ctx.db.prisma.companyLocation.update({
        where: { id: locationId, companyId },
        // What was said about another number is no answer to this one.
        data: { ...data, ...(isNewVatId && { vatId, ...unverified }) },
      });
      if (isNewVatId && vatId !== null) await queueVatCheck(deps, ctx, locationId);
    },
  });
}

/** @throws {AppError} not_found @throws {OutdatedError} precondition_failed */
export function removeLocation(
  deps: CompaniesDeps,
  ctx: Context,
  companyId: string,
  { locationId, isExpected }: { readonly locationId: string } & ChangeTerms,
): Promise<Company> {
  return changeInPlace(deps, ctx, companyId, {
    action: 'company.removeLocation',
    isExpected,
    async change(ctx) {
      const where = { id: locationId, companyId };
      const { count } = await ctx.db.prisma.companyLocation.deleteMany({ where });
      if (count === 0) throw notFound('location of this company');
    },
  });
}

const unverified = {
  vatStatus: 'unverified',
  vatCheckedAt: null,
  vatConsultationNumber: null,
  vatAnswer: {},
} as const;

const noExemption = {
  exemptionReason: null,
  exemptionCertificate: null,
  exemptionCountry: null,
  exemptionRegion: null,
  exemptionValidUntil: null,
};

/** Without the members that are left out. */
function defined(input: LocationInput): LocationInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

async function columnsOf(input: LocationInput) {
  const { name, vatId, exemption, paymentTermsDays } = input;
  const { shippingAddress: shipping = null, billingAddress: billing = null } = input;
  return {
    ...(name !== undefined && { name }),
    addresses: JSON.parse(JSON.stringify({ shipping, billing })) as { [key: string]: string },
    ...(vatId !== undefined && { vatId: vatId && (await tidyVatId(vatId)) }),
    ...(paymentTermsDays !== undefined && { paymentTermsDays }),
    ...(exemption === null && noExemption),
    ...(exemption && {
      exemptionReason: exemption.reason,
      exemptionCertificate: exemption.certificate,
      exemptionCountry: exemption.country,
      exemptionRegion: exemption.region,
      exemptionValidUntil: exemption.validUntil === null ? null : new Date(exemption.validUntil),
    }),
  };
}
