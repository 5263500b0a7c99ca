import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eventually } from '../helpers/eventually.ts';
import { runImport, startImport, type CommandOptions } from '../helpers/importCommand.ts';
import { openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';

// Each test starts a process or two.
jest.setTimeout(60_000);

let shop: ImportShop;
let here: CommandOptions;
beforeAll(async () => {
  shop = await openImportShop();
  here = { databaseUrl: shop.url, folder: shop.files };
});
beforeEach(async () => {
  await shop.select('TRUNCATE products CASCADE');
});
afterAll(async () => {
  await shop.close();
});

const mug = { Handle: 'mug', Title: 'Mug', 'Variant Price': '12' };
const bowl = { Handle: 'bowl', Title: 'Bowl', 'Variant Price': '18' };
const cracked = { Handle: 'plate', Title: 'Plate', 'Variant Price': 'cracked' };

const write = (name: string, text: string) => writeFile(path.join(shop.files, name), text);

const prices = () =>
  shop.select(
    `SELECT p.handle, r.currency, r.amount FROM products p
     JOIN variants v ON v.product_id = p.id JOIN prices r ON r.variant_id = v.id ORDER BY p.handle`,
  );

describe('npm run import', () => {
  test('ends with 0 when every row is imported, and reports the result', async () => {
    await write('goods.csv', toCsv([mug, bowl]));
    const { code, stdout, stderr } = await runImport(['goods.csv'], here);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout
        .replace(/\d+\.\d s/, '0.1 s')
        .replaceAll(/\d+(?= \w+\/s)/g, 'N')
        .split('\n'),
    ).toEqual([
      '',
      'Imported goods.csv in 0.1 s:',
      '',
      '                created    updated  unchanged',
      '  Products            2          0          0',
      '  Variants            2          0          0',
      '  Images              0          0          0',
      '',
      '  Rejected rows: 0',
      '  N products/s, N variants/s',
      '',
    ]);
    // The shop's own currency.
    expect(await prices()).toEqual([
      { handle: 'bowl', currency: 'USD', amount: 1800 },
      { handle: 'mug', currency: 'USD', amount: 1200 },
    ]);
  });

  test('ends with 2 when a row was rejected, names its line and reason, and imports the others', async () => {
    await write('some-bad.csv', toCsv([mug, cracked, bowl]));
    const { code, stdout } = await runImport(['some-bad.csv', '--currency', 'JPY'], here);
    expect(code).toBe(2);
    expect(stdout).toContain(
      'Rejected: line 3 (plate, Variant Price): "cracked" is not a plain decimal number like 19.99\n',
    );
    expect(stdout).toContain('\n  Rejected rows: 1\n');
    expect(await prices()).toEqual([
      { handle: 'bowl', currency: 'JPY', amount: 18 },
      { handle: 'mug', currency: 'JPY', amount: 12 },
    ]);
  });

  test('with --dry-run reports the same, and writes nothing', async () => {
    await write('dry.csv', toCsv([mug, cracked]));
    const before = await shop.versions();
    const { code, stdout } = await runImport(['--dry-run', 'dry.csv'], here);
    expect(code).toBe(2);
    expect(stdout).toContain('Rejected: line 3 (plate, Variant Price)');
    expect(stdout).toContain('nothing was changed. An import would report:');
    expect(stdout).toMatch(/Products +1 +0 +0\n/);
    expect(await shop.versions()).toEqual(before);
  });

  test('ends with 1 when the file cannot be read at all, and says why', async () => {
    await write('semicolons.csv', 'Handle;Title;Variant Price\nmug;Mug;12\n');
    const [missing, folder, semicolons] = await Promise.all(
      ['missing.csv', '.', 'semicolons.csv'].map((file) => runImport([file], here)),
    );
    expect(missing).toEqual({
      code: 1,
      stdout: '',
      stderr: `The import failed: ${path.join(shop.files, 'missing.csv')} does not exist.\n`,
    });
    expect(folder).toMatchObject({
      code: 1,
      stderr: `The import failed: ${shop.files} is not a file.\n`,
    });
    expect(semicolons).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The columns must be separated by commas'),
    });
  });

  test('ends with 64 and the usage when it is called wrongly', async () => {
    const wrong = [
      [],
      ['a.csv', 'b.csv'],
      ['a.csv', '--currency', 'dollars'],
      ['a.csv', '--drier'],
    ];
    const results = await Promise.all(wrong.map((args) => runImport(args, here)));
    expect(results.map(({ code }) => code)).toEqual([64, 64, 64, 64]);
    for (const { stderr } of results)
      expect(stderr).toContain('\nUsage: npm run import -- FILE.csv');
    expect(results[2]?.stderr).toMatch(/^"dollars" is not a currency of ISO 4217/);
  });
});

describe('a control sequence in a file', () => {
  // Escape sequences in both sets of controls, a bell, a mark that turns the direction of writing.
  const evil = '\u001B]0;owned\u0007\u001B[2J\u009B31m\u202Eexe';
  const raw = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

  test('is printed as text wherever cells and headers are shown', async () => {
    const lamp = {
      Handle: 'lamp',
      Title: 'Lamp',
      'Variant Price': '1',
      'Image Src': `${evil}.jpg`,
    };
    await write(
      'evil.csv',
      toCsv([
        { ...mug, 'Variant Price': evil, [`Colour ${evil}`]: '' },
        { ...mug, Handle: evil },
        { ...mug, Handle: 'x', Status: `on\nDone ${evil}` },
        lamp,
      ]),
    );
    await write('evil-header.csv', `Handle,"${evil}SKU","Variant Price / ${evil}"\n`);
    const results = await Promise.all([
      runImport(['evil.csv'], here),
      runImport(['evil-header.csv'], here),
      runImport([`no${evil}.csv`], here),
    ]);
    for (const { stdout, stderr } of results) {
      expect(stdout.replaceAll('\n', '')).not.toMatch(raw);
      expect(stderr.replaceAll('\n', '')).not.toMatch(raw);
    }
    const [{ stdout }] = results;
    expect(stdout).toContain(String.raw`Rejected: line 2 (mug, Variant Price): "\u001b]0;owned`);
    expect(stdout).toContain(String.raw`"on\u000adone \u001b`);
    expect(stdout).toContain(String.raw`Note: line 6 (lamp): the picture is left out:`);
    expect(stdout).toContain(String.raw`Unknown columns: "Colour \u001b`);
  });
});

describe('a file of 20,000 rows', () => {
  const PRODUCTS = 200;
  const IMAGES = 100;
  /** Megabytes; the shop uses 45 of them, and the rows would use 20 if they were all in memory. */
  const HEAP = 56;

  beforeAll(async () => {
    const file = createWriteStream(path.join(shop.files, 'large.csv'));
    await pipeline(Readable.from(largeFile()), file);
  });

  function* largeFile(): Generator<string> {
    const signature = 'x'.repeat(700);
    yield 'Handle,Title,Variant Price,Image Src\n';
    for (let product = 0; product < PRODUCTS; product += 1) {
      for (let image = 0; image < IMAGES; image += 1) {
        const own = image === 0 ? 'Gallery,10' : ',';
        yield `gallery-${product},${own},https://example.com/${product}/${image}.jpg?${signature}\n`;
      }
    }
  }

  test('is imported by a process with less memory than the file needs', async () => {
    const nodeArgs = [`--max-old-space-size=${HEAP}`, '--max-semi-space-size=2'];
    const { code, stdout, stderr } = await runImport(['large.csv'], { ...here, nodeArgs });
    expect({ code, crash: stderr.includes('out of memory') }).toEqual({ code: 0, crash: false });
    expect(stdout).toMatch(new RegExp(`Images +${PRODUCTS * IMAGES} `));
  });

  test('can be interrupted: it ends with 130, and has written what it counts', async () => {
    const { child, result } = startImport(['large.csv'], here);
    await eventually(async () => (await prices()).length > 0);
    child.kill('SIGTERM');
    const { code, stdout } = await result;
    expect(code).toBe(130);
    expect(stdout).toContain('Interrupted after');
    const done = Number(/Products +(\d+)/.exec(stdout)?.[1]);
    expect(done).toBeLessThan(PRODUCTS);
    expect(await prices()).toHaveLength(done);
  });
});
