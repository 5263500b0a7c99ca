/** The marks in the README around the configuration table. */
const BEGIN = '<!-- configuration: written by npm run config:docs -->';
const END = '<!-- /configuration -->';

/**
 * Replaces the README's configuration table.
 * @throws when the README has no marks for it.
 */
export function withTable(readme: string, table: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${readme.slice(end)}`;
}
