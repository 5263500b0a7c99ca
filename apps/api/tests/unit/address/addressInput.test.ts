import { countryCodes } from '../../../src/utils/countries.ts';
import { addressesOf } from '../../../src/utils/address/countryData.ts';
import { plainOf } from '../../../src/utils/address/regionSpellings.ts';
import { tidyAddress } from '../../../src/utils/address/tidyAddress.ts';
import { formatAddress } from '../../../src/utils/address/formatAddress.ts';
import { addressInputSchema } from '../../../src/validators/shared.validator.ts';

const ada = { firstName: 'Ada', lastName: 'Lovelace', line1: '1 Main St', city: 'Town' };
const read = (parts: object) => addressInputSchema.parse({ ...ada, ...parts });
const pathsOf = (parts: object) =>
  addressInputSchema.safeParse({ ...ada, ...parts }).error?.issues.map(({ path }) => path[0]) ?? [];

describe('An address', () => {
  test.each(['HK', 'AE', 'QA', 'IE', 'AG', 'BS', 'JM', 'PA', 'GH', 'KE', 'ZW', 'AO', 'XK', 'MO'])(
    'in %s needs no postal code',
    (country) => {
      expect(pathsOf({ country })).toEqual([]);
      expect(read({ country, postalCode: null }).country).toBe(country);
    },
  );

  test.each(['US', 'CA', 'GB', 'DE', 'FR', 'NL', 'AU', 'JP', 'BR', 'IN', 'SG'])(
    'in %s needs a postal code',
    (country) => {
      expect(pathsOf({ country })).toEqual(['postalCode']);
      expect(pathsOf({ country, postalCode: null })).toEqual(['postalCode']);
    },
  );

  test.each(['SG', 'HK', 'AE', 'GI', 'MO'])('in %s needs no city', (country) => {
    const [postalCode = '123456'] = addressesOf(country)?.postalCode?.examples ?? [];
    expect(pathsOf({ country, city: undefined, postalCode })).toEqual([]);
  });

  test('elsewhere needs a city', () => {
    expect(pathsOf({ country: 'DE', city: null, postalCode: '10115' })).toEqual(['city']);
    expect(pathsOf({ country: 'QA', city: undefined })).toEqual(['city']);
  });

  test('is refused with all its errors at once', () => {
    expect(pathsOf({ country: 'US', line1: undefined, city: undefined, lastName: 5 })).toEqual([
      'lastName',
      'line1',
      'city',
      'postalCode',
    ]);
    expect(pathsOf({ country: 'US', postalCode: 5 })).toEqual(['postalCode']);
    expect(pathsOf({ country: undefined })).toEqual(['country']);
  });

  test.each([
    ['GB', 'sw1a 1aa', 'SW1A 1AA'],
    ['NL', ' 1234 ab ', '1234 AB'],
    ['CA', 'k1a\u00a00b1', 'K1A 0B1'],
    ['JP', '〒１５０－０００１', '150-0001'],
    ['FI', 'fi-00100', '00100'],
    ['US', '78701\u200b', '78701'],
    ['DE', 'D-10115', 'D-10115'],
    ['HK', '999077', '999077'],
    ['BR', '01.310-100', '01310-100'],
    ['AU', '800', '0800'],
    ['RO', '10011', '010011'],
  ])('in %s has %j for %j, and is not refused for it', (country, postalCode, kept) => {
    expect(read({ country, postalCode }).postalCode).toBe(kept);
  });

  test.each([
    ['US', 'california', 'CA'],
    ['US', 'ca', 'CA'],
    ['US', 'US-CA', 'CA'],
    ['JP', '東京都', '13'],
    ['IE', 'Somewhere', 'Somewhere'],
    ['DE', 'Bayern', 'Bayern'],
    ['US', 'Washington, D.C.', 'DC'],
    ['US', 'N.Y.', 'NY'],
    ['US', 'US-N.Y.', 'NY'],
    ['US', 'Hawaiʻi', 'HI'],
    ['US', 'Armed Forces Europe', 'AE'],
    ['US', 'Washington', 'WA'],
    ['US', 'Kent', 'Kent'],
    ['CA', 'Île-du-Prince-Édouard', 'PE'],
    ['CA', 'Newfoundland & Labrador', 'NL'],
    ['CA', 'P.E.I.', 'PE'],
    ['CA', 'Quebec', 'QC'],
    ['BR', 'Sao Paulo', 'SP'],
    ['MX', 'QRO', 'QUE'],
    ['MX', 'CHI', 'CHI'],
    ['AU', 'N.S.W.', 'NSW'],
    ['IN', 'OD', 'OD'],
  ])('in %s keeps the region %j as %j', (country, region, kept) => {
    expect(
      read({ country, region, postalCode: addressesOf(country)?.postalCode?.examples[0] }).region,
    ).toBe(kept);
  });

  test('loses the invisible characters of pasted text', () => {
    const given = {
      firstName: '\u2068Ada\u2069',
      lastName: '\ufeffLove\u00adlace',
      line1: '1\u00a0Main\u200b St',
      phone: '\u202a+49\u00a030\u200d 1234\u202c',
    };
    expect(read({ ...given, country: 'QA' })).toMatchObject({
      firstName: 'Ada',
      lastName: 'Lovelace',
      line1: '1 Main St',
      phone: '+49 30 1234',
    });
  });

  test('keeps the joiners that are part of names', () => {
    const firstName = 'علی\u200cرضا';
    expect(read({ country: 'QA', firstName }).firstName).toBe(firstName);
  });

  test('needs visible names', () => {
    expect(pathsOf({ country: 'QA', firstName: '\u200d', lastName: '\u3164' })).toEqual([
      'firstName',
      'lastName',
    ]);
  });

  test.each(countryCodes)('of %s can be accepted, stored and formatted', (country) => {
    const { regions = [], postalCode } = addressesOf(country) ?? {};
    const [region] = regions;
    const [code = '12345'] = postalCode?.examples ?? [];
    const kept = read({ country, region: region?.name, postalCode: code });
    expect(kept).toMatchObject({ ...(region && { region: region.code }) });
    const hasExample = (postalCode?.examples.length ?? 0) > 0;
    const pattern = hasExample ? (postalCode?.pattern ?? '') : '.*';
    expect(kept.postalCode).toMatch(new RegExp(`^(?:${pattern})$`));
    expect(formatAddress(kept).length).toBeGreaterThan(2);
  });
});

describe('A postal code', () => {
  test.each([
    ['US', 'ABCDE'],
    ['US', '9720'],
    ['DE', '1234'],
    ['DE', '101155'],
    ['CA', '97201'],
    ['GB', '10115'],
    ['NL', '1012'],
    ['AT', '10115'],
    ['AU', '700'],
    ['RO', '98765'],
    ['SH', 'XXXX 1ZZ'],
    ['SG', 'Singapore'],
    ['FR', 'CEDEX'],
  ])('of %s is not %j', (country, postalCode) => {
    const { error } = addressInputSchema.safeParse({ ...ada, country, postalCode });
    expect(error?.issues.map(({ path }) => path)).toEqual([['postalCode']]);
    const [example = ''] = addressesOf(country)?.postalCode?.examples ?? [];
    expect(error?.issues[0]?.message).toContain(example);
  });

  test.each([
    ['US', '97201-1234'],
    ['US', '972011234'],
    ['CA', 'K1A0B1'],
    ['CA', 'k1a-0b1'],
    ['GB', 'SW1A1AA'],
    ['BR', '01310100'],
    ['PL', '00950'],
    ['SE', 'SE-114 55'],
    ['NL', '1012AB'],
    ['CH', 'CH-8001'],
    ['FR', 'F-75001'],
    ['PT', '1000'],
    ['LV', '1010'],
    ['IN', '110 001'],
    ['IE', 'unsure'],
    ['CL', '1234'],
    ['SH', 'TDCU 1ZZ'],
    ['SG', 'S018956'],
    ['SG', 'Singapore 018956'],
    ['BR', '01.310-100'],
    ['AU', '800'],
    ['RO', '10011'],
    ['FR', '75008 CEDEX'],
    ['FR', '75008 Cedex 08'],
  ])('of %s may be %j', (country, postalCode) => {
    expect(pathsOf({ country, postalCode })).toEqual([]);
  });

  test.each(countryCodes)('of %s is every example of its country', (country) => {
    for (const postalCode of addressesOf(country)?.postalCode?.examples ?? [])
      expect({ postalCode, refused: pathsOf({ country, postalCode }) }).toEqual({
        postalCode,
        refused: [],
      });
  });
});

describe('A region', () => {
  const examples = new Map([
    ['US', '97201'],
    ['CA', 'K1A 0B1'],
    ['AU', '2060'],
    ['BR', '40301-110'],
    ['MX', '02860'],
    ['IN', '110034'],
    ['IT', '00144'],
    ['ES', '28039'],
    ['JP', '154-0023'],
    ['CN', '266033'],
  ]);
  const refusedIn = (country: string, region: string) =>
    pathsOf({ country, region, postalCode: examples.get(country) ?? '' });

  test.each([
    ['US', 'ZZ'],
    ['US', 'Z.Z.'],
    ['US', 'ZZZ'],
    ['CA', 'ZZ'],
    ['AU', 'ZZZ'],
    ['BR', 'ZZ'],
    ['MX', 'ZZZ'],
    ['IN', 'ZZ'],
    ['IT', 'ZZ'],
    ['ES', 'ZZ'],
    ['JP', '48'],
    ['CN', '99'],
  ])('of %s is not %j', (country, region) => {
    expect(refusedIn(country, region)).toEqual(['region']);
  });

  test.each([
    ['US', 'OR'],
    ['US', 'us-or'],
    ['US', 'oregon'],
    ['US', 'AE'],
    ['CA', 'Québec'],
    ['CA', 'Quebec'],
    ['BR', 'Sao Paulo'],
    ['MX', 'DF'],
    ['IN', 'OD'],
    ['IT', 'Roma'],
    ['IT', 'SU'],
    ['ES', 'Bizkaia'],
    ['ES', 'CT'],
    ['JP', '東京都'],
    ['JP', '1'],
    ['CN', 'BJ'],
  ])('of %s may be %j', (country, region) => {
    expect(refusedIn(country, region)).toEqual([]);
  });

  test.each([
    [
      'US',
      [
        'Washington DC',
        'Washington, D.C.',
        'D.C.',
        'Armed Forces Europe',
        'Armed Forces Pacific',
        'Armed Forces Americas',
        'U.S. Virgin Islands',
        'Calif.',
        'N.Y.',
        "Hawai'i",
        'Hawaiʻi',
        'W. Va.',
      ],
    ],
    [
      'CA',
      [
        'Colombie-Britannique',
        'Nouvelle-Écosse',
        'Nouveau-Brunswick',
        'Île-du-Prince-Édouard',
        'Terre-Neuve-et-Labrador',
        'Territoires du Nord-Ouest',
        'Newfoundland',
        'Newfoundland & Labrador',
        'PEI',
        'P.E.I.',
        'B.C.',
        'NWT',
        'Yukon Territory',
        'Ont.',
        'Que',
      ],
    ],
    ['MX', ['QRO', 'AGS', 'GTO', 'HGO', 'CHS', 'CHI', 'MCH', 'TLX']],
    ['IT', ['LOM', 'SIC', 'LAZ']],
    ['AU', ['N.S.W.', 'Qld.', 'Vic.', 'A.C.T.', 'Norfolk Island']],
    ['IN', ['UA']],
    ['BR', ['Rio']],
  ])('of %s may be written as people there do', (country, regions) => {
    expect(regions.filter((region) => refusedIn(country, region).length > 0)).toEqual([]);
  });

  test.each(countryCodes)('of %s is found by its own code and name', (country) => {
    const { regions = [] } = addressesOf(country) ?? {};
    for (const { code, name } of regions) {
      const found = [code, plainOf(name)].map((region) => tidyAddress({ country, region }).region);
      expect({ name, found }).toEqual({ name, found: [code, code] });
    }
  });

  test('of a country without a fixed list may be any', () => {
    expect(pathsOf({ country: 'DE', postalCode: '10115', region: 'ZZ' })).toEqual([]);
  });
});

test('an unknown country is refused with a suggestion', () => {
  const result = addressInputSchema.safeParse({ ...ada, country: 'UK', postalCode: 'x' });
  expect(result.error?.issues[0]?.message).toContain('did you mean GB?');
});
