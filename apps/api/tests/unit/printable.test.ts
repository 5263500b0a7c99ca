import * as fc from 'fast-check';
import { printable, printableLines } from '../../src/utils/printable.ts';

test.each([
  ['\u001B[2J\u001B]0;owned\u0007', String.raw`\u001b[2J\u001b]0;owned\u0007`],
  ['\u009B31m', String.raw`\u009b31m`],
  ['a\u202Egnp.exe', String.raw`a\u202egnp.exe`],
  ['one\ntwo\r', String.raw`one\u000atwo\u000d`],
  ['\u{E0041}', String.raw`\udb40\udc41`],
])('%j is escaped', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test.each(['Crème brûlée “5″”', 'שלום عليكم', '織物', '👩‍👩‍👧', 'tab-less', ''])(
  '%s is unchanged',
  (text) => expect(printable(text)).toBe(text),
);

test('escaped JSON is equivalent JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(printableLines(JSON.stringify([text], undefined, 2)))).toEqual([text]);
    }),
  );
});

test('no control character is left of any text, and line breaks stay where they are allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(printableLines(text).split('\n')).toEqual(text.split('\n').map(printable));
    }),
  );
});
