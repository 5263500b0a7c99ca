import { formatAddress } from '../../../src/utils/address/formatAddress.ts';

const ada = { firstName: 'Ada', lastName: 'Lovelace', line1: '1 Main St', line2: 'Apt 2' };
const austin = { city: 'Austin', region: 'TX', postalCode: '78701', country: 'US' };

describe('An address is formatted as in its country,', () => {
  test.each([
    ['in the United States', austin, ['Austin, TX 78701', 'United States']],
    ['with a state by name', { ...austin, region: 'texas' }, ['Austin, TX 78701', 'United States']],
    ['with a state by ISO', { ...austin, region: 'US-TX' }, ['Austin, TX 78701', 'United States']],
    ['without a state', { ...austin, region: null }, ['Austin 78701', 'United States']],
    ['without a postal code', { ...austin, postalCode: '' }, ['Austin, TX', 'United States']],
    [
      'in the United Kingdom',
      { city: 'London', region: 'Greater London', postalCode: 'sw1a 1aa', country: 'GB' },
      ['London', 'SW1A 1AA', 'United Kingdom'],
    ],
    [
      'in Germany, where the code comes first',
      { city: 'Berlin', region: 'BE', postalCode: '10115', country: 'DE' },
      ['10115 Berlin', 'Germany'],
    ],
    [
      'in Finland, whose code has a prefix once',
      { city: 'Helsinki', postalCode: 'FI-00100', country: 'FI' },
      ['FI-00100 Helsinki', 'Finland'],
    ],
    [
      'in Brazil',
      { city: 'São Paulo', region: 'SP', postalCode: '01310-100', country: 'BR' },
      ['São Paulo-SP', '01310-100', 'Brazil'],
    ],
    [
      'in Ireland, with the county’s name',
      { city: 'Dublin', region: 'D', postalCode: 'D02 X285', country: 'IE' },
      ['Dublin', 'Co. Dublin', 'D02 X285', 'Ireland'],
    ],
    ['in Qatar, which has no codes', { city: 'Doha', country: 'QA' }, ['Doha', 'Qatar']],
    [
      'in Dubai, once',
      { city: 'Dubai', region: 'DU', country: 'AE' },
      ['Dubai', 'United Arab Emirates'],
    ],
    [
      'in Abu Dhabi',
      { city: 'Al Ain', region: 'AZ', country: 'AE' },
      ['Al Ain', 'Abu Dhabi', 'United Arab Emirates'],
    ],
    ['in Hong Kong, once', { city: 'Hong Kong', country: 'HK' }, ['Hong Kong']],
    [
      'in Kowloon',
      { city: 'Mong Kok', region: 'Kowloon', country: 'HK' },
      ['Mong Kok', 'Kowloon', 'Hong Kong'],
    ],
    [
      'in Singapore',
      { city: 'Singapore', postalCode: '018956', country: 'SG' },
      ['SINGAPORE 018956', 'Singapore'],
    ],
    [
      'in Kosovo',
      { city: 'Prishtina', postalCode: '10000', country: 'XK' },
      ['10000 Prishtina', 'Kosovo'],
    ],
    [
      'in Japan, in Latin letters',
      { city: 'Shibuya-ku', region: '13', postalCode: '150-0001', country: 'JP' },
      ['Shibuya-ku, Tokyo', '150-0001', 'Japan'],
    ],
    ['nowhere', { city: 'Atlantis', country: 'ZZ' }, ['Atlantis', 'ZZ']],
  ])('%s', (_where, place, lines) => {
    expect(formatAddress({ ...ada, ...place })).toEqual([
      'Ada Lovelace',
      '1 Main St',
      'Apt 2',
      ...lines,
    ]);
  });

  test('in its own script from large to small, with the family name first', () => {
    const lines = formatAddress({
      firstName: '太郎',
      lastName: '山田',
      company: '株式会社',
      line1: '神南1-1',
      city: '渋谷区',
      region: '13',
      postalCode: '150-0041',
      country: 'JP',
    });
    expect(lines).toEqual([
      '〒150-0041',
      '東京都渋谷区',
      '神南1-1',
      '株式会社',
      '山田 太郎',
      'Japan',
    ]);
  });

  test('with the company before the name where that is customary', () => {
    const place = { company: 'ACME', city: 'Wien', postalCode: '1010', country: 'AT' };
    expect(formatAddress({ ...ada, ...place }).slice(0, 2)).toEqual(['ACME', 'Ada Lovelace']);
  });

  test('without empty lines', () => {
    expect(formatAddress({})).toEqual([]);
    expect(formatAddress({ line1: '<script>' })).toEqual(['<script>']);
    expect(formatAddress({ country: 'US', region: 'TX' })).toEqual(['TX', 'United States']);
  });
});
