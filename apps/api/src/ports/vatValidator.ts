/** What a registry says about a VAT id. */
export interface VatAnswer {
  readonly isValid: boolean;
  /** The proof that it was asked; null where it gives none. */
  readonly consultationNumber: string | null;
  /** Of the business; null where the registry keeps it to itself. */
  readonly name: string | null;
  readonly address: string | null;
}

/** A registry of VAT ids. */
export interface VatValidator {
  /**
   * @param vatId with the prefix of its country, without spaces.
   * @throws while the registry, or that of the country, does not answer; ask again later.
   */
  validate(vatId: string): Promise<VatAnswer>;
}
