import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../src/config/paths.ts';

// Compiles the mails' MJML into the Handlebars templates that are filled in when a mail is sent.
const MJML = 'mjml@5.4.1';
const folder = path.join(apiRoot, 'assets/mails');

/** MJML accepts no placeholder in place of a colour. */
const colours = { '#acce17': '{{color}}', '#acce18': '{{onColor}}' };

for (const name of ['customer', 'staff']) {
  const source = path.join(folder, `${name}.mjml`);
  const options = [
    ['--config.allowIncludes', 'true'],
    ['--config.includePath', JSON.stringify([folder])],
    ['--config.validationLevel', 'strict'],
    ['--config.keepComments', 'true'],
    ['--noStdoutFileComment'],
  ];
  const html = execFileSync(
    'npm',
    ['exec', '--yes', `--package=${MJML}`, '--', 'mjml', source, '-s', ...options.flat()],
    { encoding: 'utf8' },
  );
  const filled = Object.entries(colours).reduce(
    (text, [colour, placeholder]) => text.replaceAll(colour, placeholder),
    html,
  );
  const origin = `{{!-- ${MJML} made this of ${name}.mjml and head.mjml (${hashOf(name)}): npm run mails:html --}}`;
  writeFileSync(path.join(folder, `${name}.html.hbs`), `${origin}\n${dense(filled).trim()}\n`);
}

/** Without indentation and empty lines, which no reader sees: three tenths of each mail. */
function dense(html: string): string {
  return html.replaceAll(/^[\t ]+/gm, '').replaceAll(/\n{2,}/g, '\n');
}

/** Of the sources, as the unit test of the templates compares it. */
function hashOf(name: string): string {
  const hash = createHash('sha256');
  for (const file of [`${name}.mjml`, 'head.mjml']) {
    hash.update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
