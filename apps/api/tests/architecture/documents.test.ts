import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';

const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);

/** Every Markdown file of the repository. */
function documents(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return SKIPPED.has(entry.name) || entry.name.startsWith('.') ? [] : documents(file);
    }
    return entry.name.endsWith('.md') ? [file] : [];
  });
}

/** The text without its code, which contains no links. */
const prose = (file: string) =>
  readFileSync(file, 'utf8')
    .replaceAll(/^ *```[^]*?^ *```/gm, '')
    .replaceAll(/`[^`\n]*`/g, '`');

/** The anchor of a heading, as GitHub generates it. */
const anchorsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );

function brokenLinksOf(file: string): string[] {
  const links = [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [to = '', anchor] = link.split('#');
    const target = to === '' ? file : path.resolve(path.dirname(file), decodeURI(to));
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
  });
}

/** At any indentation: Prettier moves a block of a document to the left. */
const unindented = (code: string) => code.replaceAll(/^ +/gm, '');

describe('The documents', () => {
  const files = documents(projectRoot);

  test('are found', () => {
    const names = files.map((file) => path.relative(projectRoot, file));
    expect(names).toEqual(expect.arrayContaining(['README.md', 'docs/guides/storefront.md']));
  });

  test('link to files and headings that exist', () => {
    const broken = files.flatMap((file) =>
      brokenLinksOf(file).map((link) => `${path.relative(projectRoot, file)} → ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test('in docs/ can be reached from the README', () => {
    const reached = new Set([path.join(projectRoot, 'README.md')]);
    for (const file of reached) {
      for (const [, link = ''] of prose(file).matchAll(/\]\(([^)\s#]+\.md)(?:#[^)]*)?\)/g)) {
        if (!/^[a-z]+:/.test(link)) reached.add(path.resolve(path.dirname(file), link));
      }
    }
    const docs = files.filter((file) => file.startsWith(path.join(projectRoot, 'docs')));
    expect(docs.filter((file) => !reached.has(file))).toEqual([]);
  });

  test('name commands that exist', () => {
    const scriptsOf = (folder: string) => {
      const file = readFileSync(path.join(projectRoot, folder, 'package.json'), 'utf8');
      return Object.keys((JSON.parse(file) as { scripts?: object }).scripts ?? {});
    };
    const scripts = new Set(['', 'packages/sdk', 'packages/stripe-sandbox'].flatMap(scriptsOf));
    const named = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !scripts.has(name))).toEqual([]);
  });

  test('quote code in the guide for contributors as it is in the files that it links to', () => {
    const guide = path.join(projectRoot, 'docs/guides/contributing.md');
    const text = readFileSync(guide, 'utf8');
    const sources = [...text.matchAll(/\]\(([^)]+\.ts)\)/g)].map(([, link = '']) =>
      readFileSync(path.resolve(path.dirname(guide), link), 'utf8'),
    );
    const blocks = [...text.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = '']) => code);
    expect(blocks).toHaveLength(9);
    const isThere = (block: string) =>
      sources.some((source) => unindented(source).includes(unindented(block)));
    expect(blocks.filter((block) => !isThere(block))).toEqual([]);
  });
});
