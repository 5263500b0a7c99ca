import { desiredBy } from '../../../src/services/shopConfig/desired.ts';
import { readShopConfig } from '../../../src/services/shopConfig/file.ts';
import { sampleNames, sampleText } from '../../helpers/shopConfigs.ts';

const read = (text: string) => readShopConfig(text, 'shop.config.yaml');

const optionOf = (option: string) =>
  `shippingZones: [{ name: Home, countries: [US], options: [${option}] }]`;

describe('A shop configuration file', () => {
  test.each([
    ['USD', '5.95', 595],
    ['USD', '5', 500],
    ['USD', '"5.9"', 590],
    ['USD', '19.90', 1990],
    ['USD', '0', 0],
    ['JPY', '850', 850],
    ['JPY', '850.00', 850],
    ['KWD', '1.250', 1250],
    ['IDR', '50000000.00', 5_000_000_000],
  ])('accepts an amount as people write it: %s %s', (currency, written, amount) => {
    const [option] =
      desiredBy(read(optionOf(`{ name: A, prices: { ${currency}: ${written} } }`))).options ?? [];
    expect(option?.rates).toEqual([{ currency, amount, minGrams: 0, maxGrams: null }]);
  });

  test.each([
    ['{ USD: 5.999 }', /prices\.USD .*more decimals than USD has \(2\)/],
    ['{ JPY: 8.5 }', /prices\.JPY .*more decimals than JPY has \(0\)/],
    ['{ USD: 1e3 }', /prices\.USD .*not a plain decimal/],
    ['{ USD: "5,95" }', /prices\.USD .*not a plain decimal/],
    ['{ USD: -1 }', /prices\.USD must not be negative/],
    ['{ usd: 1 }', /prices\.usd is no currency/],
    ['{}', /prices needs a price/],
    ['5.95', /prices must be a mapping/],
    ['{ USD: 99999999999999999 }', /prices\.USD .*too large/],
  ])('refuses prices: %s', (written, problem) => {
    expect(() => read(optionOf(`{ name: A, prices: ${written} }`))).toThrow(problem);
  });

  test.each([
    ['19', 190_000],
    ['25.5', 255_000],
    ['8.875', 88_750],
    ['20 %', 200_000],
    ['0', 0],
    ['100', 1_000_000],
  ])('accepts a tax rate in percent: %s', (written, ratePpm) => {
    const text = `taxRates: [{ country: DE, name: VAT, rate: ${written}, inclusive: true }]`;
    expect(desiredBy(read(text)).taxRates).toMatchObject([{ ratePpm, taxesShipping: true }]);
  });

  test.each([
    ['', /has none of shippingZones, taxRates and locations/],
    ['taxes: []', /line 1: taxes is not a known field/],
    ['- a', /must be a mapping/],
    ['taxRates: {', /line 1/],
    ['taxRates: 1\ntaxRates: 2', /unique/],
    ['taxRates: [{ country: NO, name: VAT, rate: 25 }]', /inclusive is missing/],
    [
      'taxRates: [{ country: EU, name: VAT, rate: 25, inclusive: yes }]',
      /country "EU".*\n.*true or false/,
    ],
    [
      'taxRates: [{ country: DE, region: Berlin, name: VAT, rate: 1, inclusive: true }]',
      /region must be/,
    ],
    ['locations: []', /locations needs at least one/],
    ['locations: [{ handle: Main Street, name: A }]', /handle must be small letters/],
    [optionOf('{ name: A }'), /options\[0\] needs either prices .* or bands/],
    [
      optionOf('{ name: A, prices: { USD: 1 }, bands: [{ fromGrams: 0, prices: { USD: 1 } }] }'),
      /either prices/,
    ],
    [
      optionOf('{ name: A, prices: { USD: 1 } }, { name: A, prices: { USD: 2 } }'),
      /options\[1\]\.name is repeated/,
    ],
    [
      optionOf(
        '{ name: A, bands: [{ fromGrams: 5, prices: { USD: 1 } }, { fromGrams: 5, prices: { USD: 1 } }] }',
      ),
      /bands\[1\]\.fromGrams must be more than/,
    ],
    [
      optionOf(
        '{ name: A, bands: [{ fromGrams: 0, prices: { USD: 1, EUR: 1 } }, { fromGrams: 5, prices: { USD: 1 } }] }',
      ),
      /bands\[1\]\.prices lacks EUR/,
    ],
    [
      optionOf('{ name: A, belowGrams: 5, bands: [{ fromGrams: 5, prices: { USD: 1 } }] }'),
      /less than belowGrams/,
    ],
    [
      'shippingZones: [{ name: A, countries: [US] }, { name: B, countries: [US] }]',
      /\[1\]\.countries\[0\] is repeated/,
    ],
    [
      'shippingZones: [{ name: A, countries: ["*"] }, { name: B, countries: ["*"] }]',
      /is repeated/,
    ],
  ])('is refused: %j', (text, problem) => {
    expect(() => read(text)).toThrow(problem);
  });

  test('is refused with all its problems at once, each with its line', () => {
    const text = 'taxRates:\n  - country: UK\n    name: VAT\n    rate: 200\n    inclusive: true\n';
    expect(() => read(text)).toThrow(
      /^shop\.config\.yaml has 2 problems:\n {2}line 2: taxRates\[0\]\.country "UK" .*GB is probably meant\n {2}line 4: taxRates\[0\]\.rate /,
    );
  });

  test('reads NO as Norway, and not as false', () => {
    const text = 'shippingZones: [{ name: Norway, countries: [NO] }]';
    expect(read(text).shippingZones?.[0]?.countries).toEqual(['NO']);
  });

  test.each(sampleNames)(
    'of the sample %s has a tax rate for each country of its home zone',
    (name) => {
      const { shippingZones = [], taxRates = [] } = read(sampleText(name));
      const taxed = new Set(taxRates.map(({ country }) => country));
      const sentTo = shippingZones
        .flatMap(({ countries }) => countries)
        .filter((code) => code !== '*');
      expect(sentTo.filter((code) => !taxed.has(code))).toEqual([]);
    },
  );
});
