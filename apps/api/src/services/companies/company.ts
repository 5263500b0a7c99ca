import type { CompanyRole, ExemptionReason, VatStatus } from '../../domains/companies.enums.ts';
import type { Address } from '../../kernel/address.ts';
import type { Money } from '../../kernel/money.ts';

/** Why, and where, and how long, a location pays no tax. */
export interface TaxExemption {
  readonly reason: ExemptionReason;
  /** The number or place of the certificate. */
  readonly certificate: string | null;
  /** ISO 3166-1; null where it holds everywhere. */
  readonly country: string | null;
  /** The part of the ISO 3166-2 code after the hyphen; null where it holds in the whole country. */
  readonly region: string | null;
  /** Its last day: YYYY-MM-DD. */
  readonly validUntil: string | null;
}

/** What the registry has last said about a VAT id. */
interface VatCheck {
  readonly status: VatStatus;
  readonly checkedAt: Date | null;
  readonly consultationNumber: string | null;
  readonly name: string | null;
  readonly address: string | null;
}

export interface CompanyLocation {
  readonly id: string;
  readonly name: string;
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly vatId: string | null;
  readonly vatCheck: VatCheck;
  readonly exemption: TaxExemption | null;
  readonly paymentTermsDays: number | null;
}

interface CompanyMember {
  readonly customerId: string;
  readonly role: CompanyRole;
  /** The most that an order may come to without approval; null is no limit. */
  readonly orderLimit: Money | null;
}

/** In which quantities a variant is bought: the minimum, and steps above it. */
export interface QuantityRule {
  readonly variantId: string;
  /** Null for all locations that have no separate rule. */
  readonly locationId: string | null;
  readonly minimum: number;
  readonly step: number;
}

/** A company with all that belongs to it. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly locations: readonly CompanyLocation[];
  readonly members: readonly CompanyMember[];
  readonly quantityRules: readonly QuantityRule[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A company as one of its members sees it. */
export interface OwnCompany {
  readonly id: string;
  readonly name: string;
  readonly role: CompanyRole;
  readonly orderLimit: Money | null;
  readonly locations: readonly CompanyLocation[];
  readonly quantityRules: readonly QuantityRule[];
}
