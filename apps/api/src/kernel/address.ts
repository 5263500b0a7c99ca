/** A postal address. */
export interface Address {
  firstName: string;
  lastName: string;
  company?: string | null | undefined;
  line1: string;
  line2?: string | null | undefined;
  city?: string | null | undefined;
  /** State, province or prefecture: the part of its ISO 3166-2 code after the hyphen where one is known. */
  region?: string | null | undefined;
  postalCode?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
  phone?: string | null | undefined;
}
