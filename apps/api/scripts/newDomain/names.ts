import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../../src/config/paths.ts';
import { idPrefixes } from '../../src/kernel/ids.ts';

/** A complete domain with the name "field notes". */
export const templates = path.join(import.meta.dirname, 'templates');

/** A domain's name in each spelling. */
export interface Names {
  /** Of many, in camelCase: the stem of its files. */
  readonly plural: string;
  /** Of one, in camelCase. */
  readonly singular: string;
}

/** A domain's names by its plural, unless the singular is given too. */
export function namesOf(plural: string, singular = singularOf(plural)): Names {
  return { plural, singular };
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
  const malformed = [plural, singular].find((name) => !/^[a-z][a-zA-Z]+$/.test(name));
  if (malformed !== undefined) {
    return `"${malformed}" is no name in camelCase, such as wishLists: it takes two letters or more, a small one first, and nothing else.`;
  }
  if (plural === singular) {
    return `"${plural}" is its own singular: give a plural, or say with --singular what one of them is called.`;
  }
  const reserved = [plural, singular].find((name) => RESERVED.test(name));
  if (reserved !== undefined) {
    return `"${reserved}" is a word of JavaScript: choose another name, or another --singular.`;
  }
  const used = [plural, singular].flatMap((name) => [name, capitalOf(name)]).find(isUsed);
  if (used !== undefined) {
    return `The code of a domain uses the name "${used}" for something else: choose another name, or another --singular.`;
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

/** Scalars of a Prisma schema that JavaScript does not have, and helpers of TypeScript that templates use. */
const OTHER_TYPES = new Set(
  'Boolean Int Float Decimal DateTime Json Bytes Awaited Partial Pick Omit Readonly Record'.split(
    ' ',
  ),
);

/** Whether a file of the new domain would mean something else by this name: a global, or what it imports. */
function isUsed(name: string): boolean {
  return name in globalThis || OTHER_TYPES.has(name) || importedNames().has(name);
}

function importedNames(): ReadonlySet<string> {
  const files = readdirSync(templates, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts'));
  const names = sources.flatMap((file) => {
    const text = readFileSync(path.join(templates, file), 'utf8');
    return [...text.matchAll(/^import (?:type )?(?:\* as )?\{?([^'"]*?)\}? from /gm)].flatMap(
      ([, list = '']) => list.split(',').map((one) => one.trim().replace(/^type /, '')),
    );
  });
  return new Set(names);
}

function hasModel(singular: string): boolean {
  const folder = path.join(apiRoot, 'prisma/schema');
  const model = new RegExp(`^(?:model|enum) ${singular}\\b`, 'im');
  return readdirSync(folder).some((file) =>
    model.test(readFileSync(path.join(folder, file), 'utf8')),
  );
}

const capitalOf = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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
  return [
    camel,
    capitalOf(camel),
    words.replaceAll(' ', '_'),
    words.replaceAll(' ', '-'),
    words,
    capitalOf(words),
  ];
}
