import { idPrefixes } from '../../src/kernel/ids.ts';

/** A domain's name in each spelling. */
export interface Names {
  /** Of many, in camelCase: the stem of its files. */
  readonly plural: string;
  /** Of one, in camelCase. */
  readonly singular: string;
}

/** @returns nothing for what is no name of this kind. */
export function namesOf(plural: string, singular = singularOf(plural)): Names | undefined {
  const isName = (text: string) => /^[a-z][a-zA-Z]+$/.test(text);
  return isName(plural) && isName(singular) && plural !== singular
    ? { plural, singular }
    : undefined;
}

function singularOf(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.replace(/(?<=ss|x|ch|sh)es$|s$/, '');
}

/** The shortest beginning of a name, three letters at least, that no id has as its prefix. */
export function freePrefix(singular: string): string {
  const letters = singular.toLowerCase();
  const taken: ReadonlySet<string> = new Set(Object.values(idPrefixes));
  for (let length = Math.min(3, letters.length); length <= letters.length; length++) {
    const prefix = letters.slice(0, length);
    if (!taken.has(prefix)) return prefix;
  }
  throw new Error(`Every beginning of "${letters}" is the prefix of another id`);
}

/** Puts a domain's name in the place of the templates' own, in every spelling. */
export function renamer({ plural, singular }: Names): (text: string) => string {
  const pairs = [...pairsOf('fieldNotes', plural), ...pairsOf('fieldNote', singular)];
  return (text) => pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text);
}

function pairsOf(from: string, to: string): [from: string, to: string][] {
  const wanted = spellings(to);
  return spellings(from).map((spelling, index) => [spelling, wanted[index] ?? '']);
}

/** camelCase, PascalCase, snake_case, kebab-case, "words", "A sentence". */
function spellings(camel: string): string[] {
  const words = camel.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase();
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return [
    camel,
    capital(camel),
    words.replaceAll(' ', '_'),
    words.replaceAll(' ', '-'),
    words,
    capital(words),
  ];
}
