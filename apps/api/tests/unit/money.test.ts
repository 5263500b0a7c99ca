import {
  AmountError,
  allocate,
  currencyExponent,
  formatMoney,
  isCurrency,
  parseDecimalAmount,
  toAmount,
  toDecimalString,
} from '../../src/kernel/money.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const sum = (parts: readonly number[]): bigint =>
  parts.reduce((total, part) => total + BigInt(part), 0n);

describe('currencyExponent', () => {
  test.each([
    [0, 'JPY KRW CLP ISK UGX VND XAF XOF XPF PYG RWF'],
    [2, 'USD EUR GBP HUF IDR TWD COP PKR ALL LAK LBP IRR YER SOS MMK MGA AFN'],
    [3, 'KWD BHD JOD TND LYD OMR IQD'],
    [4, 'CLF UYW'],
  ])('returns %i decimals by ISO 4217, whatever Intl says: %s', (exponent, codes) => {
    for (const code of codes.split(' '))
      expect([code, currencyExponent(code)]).toEqual([code, exponent]);
  });

  test('does not depend on Intl, since stored amounts cannot follow its changes', () => {
    const format = jest.spyOn(Intl, 'NumberFormat');
    expect(currencyExponent('TRY')).toBe(2);
    expect(format).not.toHaveBeenCalled();
    format.mockRestore();
  });

  const intlCodes = Intl.supportedValuesOf('currency');

  test('knows every currency that Intl knows and that has a minor unit', () => {
    expect(intlCodes.filter((code) => !isCurrency(code))).toEqual(['XDR', 'XSU']);
  });

  test('differs from Intl only where that follows the custom of shops', () => {
    const written = (currency: string) =>
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits;
    const different = intlCodes.filter(
      (code) => isCurrency(code) && currencyExponent(code) !== written(code),
    );
    expect(different.join(' ')).toBe(
      'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER',
    );
  });

  test('rejects other codes', () => {
    expect(isCurrency('USD')).toBe(true);
    expect(isCurrency('usd')).toBe(false);
    expect(() => currencyExponent('EURO')).toThrow(AmountError);
  });
});

describe('parseDecimalAmount', () => {
  test.each([
    ['4', 'USD', 400],
    ['4.0', 'USD', 400],
    ['4.00', 'USD', 400],
    ['4.000', 'USD', 400],
    ['0', 'USD', 0],
    ['-0.50', 'USD', -50],
    ['0.29', 'USD', 29],
    ['1.005', 'KWD', 1005],
    ['100', 'JPY', 100],
    ['100.00', 'JPY', 100],
    ['50000000.00', 'IDR', 5_000_000_000],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('%s %s', (text, currency, amount) => {
    expect(parseDecimalAmount(text, currency)).toBe(amount);
  });

  test.each([
    ['4.005', 'USD', /more decimals than USD has \(2\)/],
    ['100.5', 'JPY', /more decimals than JPY has \(0\)/],
    ['90071992547409.92', 'USD', /too large/],
    ['', 'USD', /not a plain decimal/],
    ['.5', 'USD', /not a plain decimal/],
    ['5.', 'USD', /not a plain decimal/],
    ['1e3', 'USD', /not a plain decimal/],
    ['1,000', 'USD', /not a plain decimal/],
    ['٤', 'USD', /not a plain decimal/],
    ['4', 'XYZ', /not an ISO 4217 currency/],
  ])('refuses "%s" %s', (text, currency, message) => {
    expect(() => parseDecimalAmount(text, currency)).toThrow(message);
  });

  test('is the inverse of toDecimalString for any amount', () => {
    const random = pseudoRandom(7);
    for (let round = 0; round < 2000; round += 1) {
      const magnitude = random(10 ** (1 + random(15)));
      const amount = random(2) === 0 || magnitude === 0 ? magnitude : -magnitude;
      const currency = ['USD', 'JPY', 'KWD', 'HUF'][random(4)] ?? 'USD';
      expect(parseDecimalAmount(toDecimalString({ amount, currency }), currency)).toBe(amount);
    }
  });
});

test('toDecimalString writes every decimal, and refuses what is not a whole amount', () => {
  expect(toDecimalString({ amount: 5, currency: 'USD' })).toBe('0.05');
  expect(toDecimalString({ amount: -1999, currency: 'USD' })).toBe('-19.99');
  expect(toDecimalString({ amount: 100, currency: 'JPY' })).toBe('100');
  expect(() => toDecimalString({ amount: 0.5, currency: 'USD' })).toThrow(AmountError);
  expect(() => toDecimalString({ amount: 2 ** 53, currency: 'USD' })).toThrow(AmountError);
});

test('formatMoney is exact and follows the locale', () => {
  expect(formatMoney({ amount: 1999, currency: 'USD' })).toBe('$19.99');
  expect(formatMoney({ amount: 1999, currency: 'EUR' }, 'de')).toBe('19,99\u00a0€');
  expect(formatMoney({ amount: 1999, currency: 'JPY' })).toBe('¥1,999');
  expect(formatMoney({ amount: 5_000_000_000, currency: 'IDR' })).toBe('IDR\u00a050,000,000.00');
  expect(formatMoney({ amount: Number.MAX_SAFE_INTEGER, currency: 'USD' })).toBe(
    '$90,071,992,547,409.91',
  );
});

test('toAmount refuses what a number cannot hold', () => {
  expect(toAmount(5_000_000_000n)).toBe(5_000_000_000);
  expect(() => toAmount(2n ** 53n)).toThrow(AmountError);
});

describe('allocate', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [5, [1, 0, 1], [3, 0, 2]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [0, 0, 0], [4, 3, 3]],
    [0, [3, 1], [0, 0]],
    [0, [], []],
    [7, [1, 2, 4], [1, 2, 4]],
    [1, [1, 9], [0, 1]],
  ])('%i by %j', (total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
  });

  test('returns parts that add up, keep the sign, and are less than one unit off, for any numbers', () => {
    const random = pseudoRandom(42);
    for (let round = 0; round < 1000; round += 1) {
      const weights = Array.from({ length: 1 + random(12) }, () =>
        random(4) === 0 ? 0 : random(10 ** (1 + random(15))),
      );
      const total = random(10 ** (1 + random(15))) * (random(3) === 0 ? -1 : 1);
      const parts = allocate(total, weights);
      expect(sum(parts)).toBe(BigInt(total));
      const all = sum(weights);
      for (const [index, part] of parts.entries()) {
        expect(part === 0 || Math.sign(part) === Math.sign(total)).toBe(true);
        if (all === 0n) continue;
        const off = BigInt(part) * all - BigInt(total) * BigInt(weights[index] ?? 0);
        expect(off < all && -off < all).toBe(true);
      }
    }
  });

  test('stays exact where floats would not', () => {
    const total = Number.MAX_SAFE_INTEGER;
    expect(sum(allocate(total, [total, total, 1]))).toBe(BigInt(total));
  });

  test.each([
    [0.5, [1]],
    [1, [-1]],
    [1, [0.5]],
    [1, []],
  ])('refuses %d by %j', (total, weights) => {
    expect(() => allocate(total, weights)).toThrow(AmountError);
  });
});
