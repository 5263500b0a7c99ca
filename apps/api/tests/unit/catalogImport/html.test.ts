import { sanitizeDescription } from '../../../src/services/catalogImport/read/html.ts';

const PIECES = ['p', 'li', 'ul', 'b', 'h1'].flatMap((tag) => [`<${tag}>`, `</${tag}>`]);
const OTHERS = ['"a" &', '5 > 4', '<p onclick="x()">'];
const LENGTH = 4;
/** Dropped by the sanitizer, so that it must not be skipped. */
const COMMENT = '<!-- -->';

test('a description that skips the sanitizer is one that the sanitizer would not change', () => {
  const texts = textsOf(LENGTH);
  expect(texts.map((text) => sanitizeDescription(text))).toEqual(
    texts.map((text) => sanitizeDescription(text + COMMENT)),
  );
});

/** All sequences of so many pieces and fewer, with a word between them. */
function textsOf(length: number): string[] {
  if (length === 0) return [''];
  const shorter = textsOf(length - 1);
  return [
    '',
    ...[...PIECES, ...OTHERS].flatMap((piece) => shorter.map((text) => `${piece}w${text}`)),
  ];
}
