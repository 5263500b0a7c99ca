import { startTestApp, type TestApp } from '../helpers/app.ts';

interface Field {
  name: string;
  required: boolean;
}

describe('The address form of a country', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const get = (code: string) => app.api.get(`/api/v1/countries/${code}`);
  const shown = async (code: string) => {
    const { body } = await get(code).expect(200);
    const fields = body.data.fields as Field[];
    return { form: body.data, names: fields.map(({ name }) => name), fields };
  };

  test('has fields in their order, with their labels and whether they are required', async () => {
    const { form, names, fields } = await shown('US');
    expect(names).toEqual([
      'firstName',
      'lastName',
      'company',
      'line1',
      'line2',
      'city',
      'region',
      'postalCode',
      'phone',
    ]);
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'firstName',
      'lastName',
      'line1',
      'city',
      'region',
      'postalCode',
    ]);
    expect(form).toMatchObject({
      code: 'US',
      name: 'United States',
      lines: [
        '{firstName} {lastName}',
        '{company}',
        '{line1}',
        '{line2}',
        '{city}, {region} {postalCode}',
        '{country}',
      ],
      postalCode: { examples: expect.arrayContaining(['95014']) },
    });
    expect(fields).toContainEqual({
      name: 'region',
      term: 'state',
      label: 'State',
      required: true,
      autocomplete: 'address-level1',
    });
    expect(form.regions).toContainEqual({
      code: 'TX',
      name: 'Texas',
      localName: 'Texas',
    });
    expect('78701').toMatch(new RegExp(`^(?:${form.postalCode.pattern})$`));
  });

  test('has no postal code where there is none, and an optional one where it may be left out', async () => {
    const { form, names } = await shown('HK');
    expect(form.postalCode).toBeNull();
    expect(names).not.toContain('postalCode');
    const { fields } = await shown('IE');
    expect(fields).toContainEqual(
      expect.objectContaining({ name: 'postalCode', label: 'Eircode', required: false }),
    );
  });

  test('has the order of the country', async () => {
    const { names, form } = await shown('JP');
    expect(names.slice(0, 2)).toEqual(['lastName', 'firstName']);
    expect(names.indexOf('postalCode')).toBeLessThan(names.indexOf('region'));
    expect(names.indexOf('region')).toBeLessThan(names.indexOf('line1'));
    expect(form.regions).toContainEqual({ code: '13', name: 'Tokyo', localName: '東京都' });
  });

  test('exists for Kosovo, and may be cached like the catalogue', async () => {
    const first = await get('XK').expect(200);
    expect(first.body.data.name).toBe('Kosovo');
    expect(first.headers['cache-control']).toMatch(/^public, max-age/);
    const { etag = '' } = first.headers;
    const again = await get('XK').set('If-None-Match', etag);
    expect([again.status, again.headers['etag']]).toEqual([304, etag]);
  });

  test.each([
    ['UK', 'There is no such country (perhaps GB).'],
    ['us', 'There is no such country (perhaps US).'],
    ['XX', 'There is no such country.'],
  ])('does not exist for %s', async (code, detail) => {
    const { body, headers } = await get(code).expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'not_found', detail });
  });
});
