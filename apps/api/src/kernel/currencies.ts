import { editDistance } from './editDistance.ts';

/**
 * The currencies of ISO 4217 (list one, 2026) by the number of decimals of their minor unit. Codes
 * that ISO has withdrawn recently stay, because orders contain them: ANG, BGN, CUC, HRK, SLL, ZWL.
 *
 * The list does not come from Intl: a stored amount is a count of minor units, and must not
 * change its meaning with another Node. Nor does Intl know ISO's minor unit; it follows CLDR, which
 * gives the digits that people write in shops, while payment providers and banks count in ISO's:
 * 50,000,000.00 IDR is five billion minor units.
 */
const codesByExponent: readonly (readonly [exponent: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD ' +
      'CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP ' +
      'GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK ' +
      'LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK ' +
      'NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD ' +
      'SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG ' +
      'YER ZAR ZMW ZWG ZWL',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** The decimals of each currency that the shop knows, by its upper-case code. */
export const currencyExponents: ReadonlyMap<string, number> = new Map(
  codesByExponent.flatMap(([exponent, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, exponent]),
  ),
);

/** Those that most shops sell in: where several are as near, one of them was probably meant. */
const common = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'CAD', 'AUD', 'CHF', 'INR'];

/** The code that was probably meant: by another case, the name, the sign, or a slip of the pen. */
export function nearestCurrency(text: string): string | undefined {
  const wanted = text.trim().toUpperCase();
  if (currencyExponents.has(wanted)) return wanted;
  const codes = [...new Set([...common, ...currencyExponents.keys()])];
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const nameOf = (code: string) => (names.of(code) ?? code).toUpperCase();
  const byName =
    codes.find((code) => nameOf(code) === wanted || signOf(code) === wanted) ??
    codes.find((code) => wanted.length >= 3 && nameOf(code).split(' ').includes(wanted));
  return (
    byName ??
    codes.find((code) => editDistance(wanted, code) === 1) ??
    codes.find((code) => sorted(code) === sorted(wanted))
  );
}

const sorted = (text: string) => [...text].toSorted().join('');

function signOf(currency: string): string | undefined {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value;
}
