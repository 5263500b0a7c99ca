import * as fc from 'fast-check';
import { withoutGuard } from '../../../src/services/catalogImport/read/guard.ts';

describe('the apostrophe that an exporter puts before a cell that a spreadsheet would interpret', () => {
  test.each([
    ["'0012345", '0012345'],
    ["'4006381333931", '4006381333931'],
    ["'12", '12'],
    ["'1.50", '1.50'],
    ["'1,299.00", '1,299.00'],
    ["'-10", '-10'],
    ["'+49 30 1234", '+49 30 1234'],
    ["'12E5", '12E5'],
    ["'50%", '50%'],
    ["'10-12", '10-12'],
    ["'2024-01-31", '2024-01-31'],
    ["'10:30", '10:30'],
    ["'=SUM(A1)", '=SUM(A1)'],
    [`'=HYPERLINK("x", 'y')`, `=HYPERLINK("x", 'y')`],
    ["'@handle", '@handle'],
    ["'-A10", '-A10'],
    ["'FALSE", 'FALSE'],
  ])('%s is %s', (written, meant) => {
    expect(withoutGuard(written)).toBe(meant);
  });

  test.each([
    "'90s tee",
    "O'HARA-1",
    "'n' roll",
    "'@home' poster",
    "'-' sign",
    "'",
    "''90",
    "'tis",
    "'5x7 frame",
    'plain',
    '',
  ])('%s is data', (text) => {
    expect(withoutGuard(text)).toBe(text);
  });

  test('is searched for in linear time', () => {
    const started = performance.now();
    withoutGuard(`'${'1'.repeat(500_000)}x`);
    withoutGuard(`'${'1,'.repeat(250_000)}e`);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('is put before any number, and removed again', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.bigInt(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(number, (value) => {
        expect(withoutGuard(`'${value}`)).toBe(String(value));
      }),
    );
  });
});
