import { AppError } from '../../kernel/errors.ts';

/** By the prefix of a number: the country, and how the library calls its VAT number. */
const FORMATS: Readonly<Record<string, readonly [country: string, name: string]>> = {
  AT: ['AT', 'uid'],
  BE: ['BE', 'vat'],
  BG: ['BG', 'vat'],
  CY: ['CY', 'vat'],
  CZ: ['CZ', 'dic'],
  DE: ['DE', 'vat'],
  DK: ['DK', 'cvr'],
  EE: ['EE', 'kmkr'],
  EL: ['GR', 'vat'],
  ES: ['ES', 'nif'],
  FI: ['FI', 'alv'],
  FR: ['FR', 'tva'],
  GB: ['GB', 'vat'],
  HR: ['HR', 'oib'],
  HU: ['HU', 'anum'],
  IE: ['IE', 'vat'],
  IT: ['IT', 'iva'],
  LT: ['LT', 'pvm'],
  LU: ['LU', 'tva'],
  LV: ['LV', 'pvn'],
  MT: ['MT', 'vat'],
  NL: ['NL', 'btw'],
  PL: ['PL', 'nip'],
  PT: ['PT', 'nif'],
  RO: ['RO', 'cif'],
  SE: ['SE', 'vat'],
  SI: ['SI', 'ddv'],
  SK: ['SK', 'dph'],
  // Northern Ireland: the number is British, the registry is the EU's.
  XI: ['GB', 'vat'],
};

interface Format {
  readonly validate: (number: string) => { readonly isValid: boolean };
}

/**
 * A VAT id of the EU or the United Kingdom in one spelling, once its format and check digits are
 * right. Whether it exists, the registry says (verifyVatIds.ts).
 * @throws {AppError} vat_id_invalid
 */
export async function tidyVatId(written: string): Promise<string> {
  const vatId = written.toUpperCase().replaceAll(/[\s.-]/g, '');
  const [country = '', name = ''] = FORMATS[vatId.slice(0, 2)] ?? [];
  // Half the world's numbers take 15 MB, which only a shop with companies pays.
  const { stdnum } = await import('stdnum');
  const formats: Readonly<Record<string, Readonly<Record<string, Format>>>> = stdnum;
  if (formats[country]?.[name]?.validate(vatId.slice(2)).isValid) return vatId;
  const message = 'It must be a VAT id of the EU or the United Kingdom, such as ATU13585627.';
  throw new AppError('vat_id_invalid', message, {
    errors: [{ path: 'vatId', code: 'vat_id_invalid', message }],
  });
}
