import { docOf, environment } from './schema.ts';

/** The content of `.env.example`: every variable with its description, all commented out. */
export function envExample(): string {
  return [
    '# Every variable that Cartwright reads. None is needed in development.',
    '# Copy what you want to change to .env; variables of the environment come before that file.',
    '# An empty value counts as unset. Secrets may be given as NAME_FILE, the path of a file.',
    ...groups().flatMap(([group, names]) => [
      '',
      `# ── ${group} ${'─'.repeat(90 - group.length)}`,
      ...names.flatMap(exampleOf),
    ]),
    '',
  ].join('\n');
}

/** The README's table: every variable with its description and default. */
export function configurationTable(): string {
  return [
    '| Variable | What it sets | Default |',
    '| --- | --- | --- |',
    ...groups().flatMap(([, names]) => names.map(rowOf)),
  ].join('\n');
}

function groups(): [string, string[]][] {
  const names = Object.keys(environment.shape).filter((name) => !docOf(name).internal);
  return [...Map.groupBy(names, (name) => docOf(name).group)];
}

function exampleOf(name: string): string[] {
  const { description, default: fallback, example, secret } = docOf(name);
  const value = example.startsWith('openssl ') ? '' : example;
  return [
    '',
    `# ${description}`,
    ...(fallback === undefined ? [] : [`# Default: ${fallback}.`]),
    ...(value === '' ? [`# Generate one with: ${example}`] : []),
    ...(secret ? [`# ${name}_FILE=/run/secrets/${name.toLowerCase()}`] : []),
    `# ${name}=${/[\s<>#]/.test(value) ? `"${value}"` : value}`,
  ];
}

function rowOf(name: string): string {
  const { description, default: fallback = '', secret } = docOf(name);
  const file = secret ? ` (or \`${name}_FILE\`)` : '';
  return `| \`${name}\`${file} | ${cell(description)} | ${cell(fallback)} |`;
}

/** Escapes a table cell: a bar would end it, a star or an angle bracket would be read as markup. */
function cell(text: string): string {
  return text.replaceAll(/[|*<>]/g, String.raw`\$&`);
}
