import type { ExemptionReason } from '../../domains/companies.enums.ts';
import type { AppliedExemption, Cart } from './cart.ts';

/** What the shop holds of exemptions. */
export interface ExemptionTerms {
  /** In which reverse charge never holds. */
  readonly shopCountry: string;
  /** Its own VAT id, for the note. */
  readonly shopVatId?: string | undefined;
  /** Whether a VAT id that the registry has not answered about exempts for the time being. */
  readonly acceptsUnverified: boolean;
}

const noteOf: Readonly<Record<Exclude<ExemptionReason, 'reverse_charge'>, string>> = {
  resale: 'Exempt from tax: bought for resale',
  nonprofit: 'Exempt from tax: nonprofit organization',
  government: 'Exempt from tax: government',
  diplomatic: 'Exempt from tax: diplomatic mission',
  other: 'Exempt from tax',
};

/** The exemption that holds for the cart where it goes, if any; by the last answers, without asking anyone. */
export function exemptionOf(terms: ExemptionTerms, cart: Cart): AppliedExemption | null {
  const { exemption, vatId, vatStatus, consultationNumber } = cart.company ?? personal(cart);
  if (!exemption) return null;
  const { reason, certificate } = exemption;
  if (!holdsAt(exemption, cart, terms.shopCountry)) return null;
  if (reason !== 'reverse_charge') {
    const note = [noteOf[reason], ...(certificate === null ? [] : [`certificate ${certificate}`])];
    const unasked = { isProvisional: false, consultationNumber: null };
    return { reason, vatId, certificate, ...unasked, note: `${note.join(', ')}.` };
  }
  if (vatId === null || vatStatus === 'invalid') return null;
  const isProvisional = vatStatus === 'unverified';
  if (isProvisional && !terms.acceptsUnverified) return null;
  const { shopVatId } = terms;
  const supplier = shopVatId === undefined ? '' : ` VAT id of the supplier: ${shopVatId}.`;
  const note = `Reverse charge: the recipient is liable for the VAT. VAT id of the recipient: ${vatId}.${supplier}`;
  return { reason, vatId, certificate, isProvisional, consultationNumber, note };
}

/** A person has no VAT id. */
const personal = ({ customerExemption }: Cart) => ({
  exemption: customerExemption,
  vatId: null,
  vatStatus: 'invalid' as const,
  consultationNumber: null,
});

/** Reverse charge waits for an address abroad; anything else holds where the certificate says. */
function holdsAt(
  { reason, country, region }: NonNullable<NonNullable<Cart['company']>['exemption']>,
  { shippingAddress, billingAddress }: Cart,
  shopCountry: string,
): boolean {
  const place = shippingAddress ?? billingAddress;
  if (reason === 'reverse_charge' && (!place || place.country === shopCountry)) return false;
  if (country === null) return true;
  if ((place?.country ?? shopCountry) !== country) return false;
  return region === null || codeOf(place?.region) === codeOf(region);
}

/** "US-CA", "ca" and "CA" are one region. */
const codeOf = (region: string | null | undefined) =>
  (region ?? '')
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{2}-/, '');
