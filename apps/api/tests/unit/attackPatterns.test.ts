import path from 'node:path';
import { apiRoot } from '../../src/config/paths.ts';
import { readSources } from '../helpers/sources.ts';

/** Far longer than a field may be; a body may have so many characters. */
const LENGTH = 20_000;
/** A quadratic search in that many characters takes longer. */
const MAX_MS = 100;

const src = path.join(apiRoot, 'src');
const LAYERS = /^(?:validators|utils|kernel|domains|middleware)\//;
/** A literal, where one can stand: after an operator, a bracket or a comma. */
const LITERAL =
  /(?<=[=(,:[!&|?]\s*|return )\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g;

interface Pattern {
  readonly file: string;
  readonly pattern: RegExp;
}

/** Every regular expression of the layers that read what comes from outside. */
function patternsOfSources(): Pattern[] {
  return readSources(src)
    .filter(({ path: file }) => LAYERS.test(file))
    .flatMap(({ path: file, text }) =>
      [...text.matchAll(LITERAL)].map(([, source = '', flags = '']) => ({
        file,
        pattern: new RegExp(source, flags),
      })),
    );
}

/** Fitting parts that are repeated, and an end that does not fit: what makes a search go back. */
const PARTS = [
  'a',
  'A',
  '0',
  ' ',
  '-',
  '.',
  '_',
  '/',
  '%',
  '@',
  ':',
  '\t',
  'a.',
  'a-',
  'a@',
  '0,',
  'aA',
  ' a',
  '%25',
  '[]',
  '::',
  'é',
  '東',
  '://',
  'a=',
  ';',
  '"',
  '<',
  '1.',
  'AB',
];
const STARTS = ['', 'a', 'Bearer ', 'https://', 'bytes=', '[', '<', ';charset=', '-'];
const ENDS = ['', '\u0000', '!', '\n', '@', '"'];

/** Of the fastest of several runs, once one is slow: another process may have had the processor. */
function millisecondsOf(pattern: RegExp, text: string): number {
  let least = Infinity;
  for (let run = 0; run < 4 && least > MAX_MS; run++) {
    const began = performance.now();
    text.replace(pattern, '');
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

/** The milliseconds of the slowest input. */
function slowest({ pattern }: Pattern): { ms: number; input: string } {
  let worst = { ms: 0, input: '' };
  for (const part of PARTS) {
    for (const start of STARTS) {
      for (const end of ENDS) {
        const text = start + part.repeat(LENGTH / part.length) + end;
        const ms = millisecondsOf(pattern, text);
        if (ms > worst.ms) worst = { ms, input: `${start}${part}…${end}` };
        if (ms > 10 * MAX_MS) return worst;
      }
    }
  }
  return worst;
}

const patterns = patternsOfSources();

test('The regular expressions of what reads requests are found', () => {
  expect(patterns.length).toBeGreaterThan(60);
  expect(patterns.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      'utils/emailAddress.ts',
      'utils/bearerToken.ts',
      'validators/shared.validator.ts',
    ]),
  );
});

test.each(patterns.map((one) => [`${one.pattern} of ${one.file}`, one] as const))(
  'takes no longer for text that is made to be slow: %s',
  (_title, one) => {
    const { ms, input } = slowest(one);
    expect(ms < MAX_MS ? '' : `${ms} ms: ${input}`).toBe('');
  },
);
