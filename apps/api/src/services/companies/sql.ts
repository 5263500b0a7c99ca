import type { CompanyRole, ExemptionReason, VatStatus } from '../../domains/companies.enums.ts';
import type { Money } from '../../kernel/money.ts';

/** In which quantities a variant is bought for a location: the minimum, and steps above it. */
interface BindingRule {
  readonly variantId: string;
  readonly minimum: number;
  readonly step: number;
}

/** The company location that a cart is bought for, as far as its price and checkout depend on it. */
export interface CartCompany {
  readonly vatId: string | null;
  /** The last answer of the registry. */
  readonly vatStatus: VatStatus;
  readonly consultationNumber: string | null;
  /** One that holds today, wherever; null where there is none. */
  readonly exemption: {
    readonly reason: ExemptionReason;
    readonly certificate: string | null;
    readonly country: string | null;
    readonly region: string | null;
  } | null;
  readonly paymentTermsDays: number | null;
  /** Of the member who acts. */
  readonly role: CompanyRole;
  readonly orderLimit: Money | null;
  readonly quantityRules: readonly BindingRule[];
}

/**
 * The {@link CartCompany} of a location for one of its company's members; no row for anyone else.
 * @param variants a condition on `q`, whose rules are wanted.
 */
export const companyOf = (location: string, customer: string, variants: string) => `
  SELECT json_build_object('vatId', l.vat_id, 'vatStatus', l.vat_status,
    'consultationNumber', l.vat_consultation_number,
    'exemption', CASE WHEN l.exemption_reason IS NOT NULL
        AND (l.exemption_valid_until IS NULL OR l.exemption_valid_until >= (now() AT TIME ZONE 'UTC')::date)
      THEN json_build_object('reason', l.exemption_reason, 'certificate', l.exemption_certificate,
        'country', l.exemption_country, 'region', l.exemption_region) END,
    'paymentTermsDays', l.payment_terms_days, 'role', m.role,
    'orderLimit', CASE WHEN m.order_limit IS NOT NULL
      THEN json_build_object('amount', m.order_limit, 'currency', m.order_limit_currency) END,
    'quantityRules', (SELECT coalesce(json_agg(r.rule), '[]') FROM (
      SELECT DISTINCT ON (q.variant_id) json_build_object('variantId', q.variant_id,
        'minimum', q.minimum, 'step', q.step) AS rule
      FROM quantity_rules q
      WHERE q.company_id = l.company_id AND (q.location_id IS NULL OR q.location_id = l.id) AND ${variants}
      ORDER BY q.variant_id, q.location_id NULLS LAST) r))
  FROM company_locations l
  JOIN company_members m ON m.company_id = l.company_id AND m.customer_id = ${customer}
  WHERE l.id = ${location}`;

/**
 * Whether the customer completes the carts of others for this location.
 * @param owner of the cart, who has to be a member still; without it, anyone’s.
 */
export const isApproverOf = (location: string, customer: string, owner?: string) => `
  EXISTS (SELECT FROM company_locations al
    JOIN company_members am ON am.company_id = al.company_id${
      owner === undefined
        ? ''
        : `
    JOIN company_members bm ON bm.company_id = al.company_id AND bm.customer_id = ${owner}`
    }
    WHERE al.id = ${location} AND am.customer_id = ${customer} AND am.role <> 'buyer')`;
