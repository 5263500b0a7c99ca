import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../../src/config/paths.ts';
import { idPrefixes } from '../../src/kernel/ids.ts';

/** A domain's name in each spelling. */
export interface Names {
  /** Of many, in camelCase: the stem of its files. */
  readonly plural: string;
  /** Of one, in camelCase. */
  readonly singular: string;
}

/** @returns undefined for an invalid name. */
export function namesOf(plural: string, singular = singularOf(plural)): Names | undefined {
  const isName = (text: string) => /^[a-z][a-zA-Z]+$/.test(text);
  return isName(plural) && isName(singular) && plural !== singular
    ? { plural, singular }
    : undefined;
}

/** The areas of the container that provide the dependencies of the template's service. */
export const areas: readonly string[] = [
  'catalogue',
  'checkout',
  'engagement',
  'money',
  'operations',
  'sales',
];

/** Words that cannot name a variable in a module. */
const RESERVED =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

/** @returns why a domain cannot have these names or be in this area, before anything is written. */
export function problemWith({ plural, singular }: Names, area: string): string | undefined {
  const reserved = [plural, singular].find((name) => RESERVED.test(name));
  if (reserved !== undefined) {
    return `"${reserved}" is a word of JavaScript: choose another name, or another --singular.`;
  }
  if (!areas.includes(area)) return `--area is one of ${areas.join(', ')}, and not "${area}".`;
  if (existsSync(path.join(apiRoot, `src/domains/${plural}.domain.ts`))) {
    return `There is a domain "${plural}" already: choose another name.`;
  }
  if (Object.hasOwn(idPrefixes, singular) || hasModel(singular)) {
    return `Another domain has "${singular}" already: choose another name, or another --singular.`;
  }
  return undefined;
}

function hasModel(singular: string): boolean {
  const folder = path.join(apiRoot, 'prisma/schema');
  const model = new RegExp(`^(?:model|enum) ${singular}\\b`, 'im');
  return readdirSync(folder).some((file) =>
    model.test(readFileSync(path.join(folder, file), 'utf8')),
  );
}

function singularOf(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.replace(/(?<=ss|x|ch|sh)es$|s$/, '');
}

/** The shortest prefix of a name, of three letters at least, that no other kind of id has. */
export function freePrefix(singular: string): string {
  const letters = singular.toLowerCase();
  const taken: ReadonlySet<string> = new Set(Object.values(idPrefixes));
  for (let length = Math.min(3, letters.length); length <= letters.length; length++) {
    const prefix = letters.slice(0, length);
    if (!taken.has(prefix)) return prefix;
  }
  throw new Error(`Every beginning of "${letters}" is the prefix of another id`);
}

/** Replaces the templates' name by a domain's, in every spelling. */
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
