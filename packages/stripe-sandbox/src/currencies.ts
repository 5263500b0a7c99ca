import { invalidParameter } from './errors.ts';

/** Stripe's presentment currencies. See https://docs.stripe.com/currencies. */
const SUPPORTED = new Set(
  (
    'usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd ' +
    'cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd ' +
    'hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad ' +
    'mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln ' +
    'pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs ' +
    'uah ugx uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw'
  ).split(' '),
);

const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));
/** Written with two decimals for compatibility, though they have none: multiples of 100 only. */
const WHOLE_ONLY = new Set(['isk', 'ugx']);

/** Smallest charge in minor units where Stripe names one. */
const MINIMUM = new Map(
  Object.entries({
    usd: 50,
    aed: 200,
    aud: 50,
    bgn: 100,
    brl: 50,
    cad: 50,
    chf: 50,
    czk: 1500,
    dkk: 250,
    eur: 50,
    gbp: 30,
    hkd: 400,
    huf: 17_500,
    inr: 50,
    jpy: 50,
    mxn: 1000,
    myr: 200,
    nok: 300,
    nzd: 50,
    pln: 200,
    ron: 200,
    sek: 300,
    sgd: 50,
    thb: 1000,
  }),
);

/** Most currencies allow eight digits; these need more for the same value. */
const MAXIMUM = new Map(
  Object.entries({
    cop: 9_999_999_999,
    huf: 9_999_999_999,
    jpy: 9_999_999_999,
    inr: 999_999_999,
    lbp: 99_999_999_999,
    idr: 999_999_999_999,
  }),
);
const DEFAULT_MAXIMUM = 99_999_999;

/**
 * The currency in lower case.
 * @throws ApiError when Stripe does not support charges in it
 */
export function checkedCurrency(code: string): string {
  const currency = code.toLowerCase();
  if (!SUPPORTED.has(currency)) {
    throw invalidParameter(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: ${[...SUPPORTED].join(', ')}`,
      'currency',
    );
  }
  return currency;
}

/**
 * Checks a charge's amount (minor units) against the limits and steps of its currency.
 * @throws ApiError `amount_too_small`, `amount_too_large`, or an amount that Stripe's partners do not support
 */
export function checkAmount(amount: number, currency: string): void {
  const minimum = MINIMUM.get(currency) ?? 1;
  if (amount < minimum) {
    throw invalidParameter(
      `Amount must be at least ${money(minimum, currency)}`,
      'amount',
      'amount_too_small',
    );
  }
  const maximum = MAXIMUM.get(currency) ?? DEFAULT_MAXIMUM;
  if (amount > maximum) {
    throw invalidParameter(
      `Amount must be no more than ${money(maximum, currency)}`,
      'amount',
      'amount_too_large',
    );
  }
  const step = stepOf(currency);
  if (amount % step !== 0) {
    throw invalidParameter(
      `Invalid amount: amounts in ${currency} must be divisible by ${step}`,
      'amount',
      'parameter_invalid_integer',
    );
  }
}

function stepOf(currency: string): number {
  if (THREE_DECIMAL.has(currency)) return 10;
  return WHOLE_ONLY.has(currency) ? 100 : 1;
}

/** Whole units of a currency as its minor units, e.g. 0.3 as 30 cents, rounded to its precision. */
export const fromUnits = (units: number, currency: string): number =>
  roundToStep(units * 10 ** decimals(currency), currency);

/** The nearest amount that can be charged in a currency. */
export function roundToStep(amount: number, currency: string): number {
  const step = stepOf(currency);
  return Math.round(amount / step) * step;
}

/** An amount for people to read, e.g. `$0.50 usd`; integer arithmetic only. */
export function money(amount: number, currency: string): string {
  const digits = decimals(currency);
  const padded = String(amount).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const text = digits === 0 ? whole : `${whole}.${padded.slice(-digits)}`;
  return currency === 'usd' ? `$${text} usd` : `${text} ${currency}`;
}

function decimals(currency: string): number {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}
