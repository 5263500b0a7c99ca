/** A table of steps in a crash test. */
interface Table {
  readonly name: string;
  /** The text of its comment. */
  readonly about: string;
  readonly rows: string[];
}

/** `/** … *\/ const paid: StepTable = { … };`: the comment, the name and the body. */
const tablePattern =
  /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\n)?const (\w+): StepTable = \{\n([^]*?)^\};/gm;

/** A line of a table: `'orders.read': 'the order is read',`. */
const stepLine = /^ {2}(?:'([^']+)'|(BEGIN|COMMIT)): '(.+)',$/gm;

/**
 * docs/testing.md with the tables of steps that the crash tests have. A section belongs to the test
 * that it links to; the text under a table's heading stays, and a new table gets its comment.
 * @param sources each crash test's text by its file name.
 */
export function withTables(document: string, sources: ReadonlyMap<string, string>): string {
  return document
    .split(/^(?=##? )/m)
    .map((section) => {
      const [start, file = ''] = /^\[tests\/crash\/([\w.]+)\].*\n/m.exec(section) ?? [];
      const source = sources.get(file);
      if (start === undefined || source === undefined) return section;
      const head = section.slice(0, section.indexOf(start) + start.length);
      const said = textsOf(section);
      return `${head}\n${tablesOf(source)
        .map((table) => written(table, said.get(table.name) ?? table.about))
        .join('\n')}\n`;
    })
    .join('');
}

function tablesOf(source: string): Table[] {
  return Array.from(source.matchAll(tablePattern), ([, about = '', name = '', body = '']) => ({
    name,
    about: about.replaceAll(/\s*\n \*\s*|\s+/g, ' ').trim(),
    rows: Array.from(
      body.matchAll(stepLine),
      ([, quoted, plain, words]) => `| \`${quoted ?? plain}\` | ${words} |`,
    ),
  }));
}

/** The text between a table's heading and the table. */
function textsOf(section: string): Map<string, string> {
  const parts = section.matchAll(/^### (\w+)\n([^]*?)(?=^\|)/gm);
  return new Map(Array.from(parts, ([, name = '', text = '']) => [name, text.trim()]));
}

function written({ name, rows }: Table, text: string): string {
  const head = '| step | what happens |\n| --- | --- |';
  return `### ${name}\n\n${text}\n\n${head}\n${rows.join('\n')}\n`;
}
