import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { apiRoot } from '../../config/paths.ts';
import type { Letter } from '../../mails/letter.ts';

/** Everything that a template names; one that names anything else throws. */
interface View extends Required<Letter> {
  language: string;
  preview: string;
  shopName: string;
  logoUrl: string | undefined;
  color: string;
  onColor: string;
  footer: readonly string[];
}

type Look = Omit<View, keyof Letter | 'preview'>;

const text = template('letter.txt.hbs', { noEscape: true });
const html = {
  customer: template('customer.html.hbs'),
  staff: template('staff.html.hbs'),
};

/** A letter as plain text and as HTML that say the same. */
export function renderLetter(letter: Letter, to: 'customer' | 'staff', look: Look) {
  const view: View = {
    action: undefined,
    items: [],
    sums: [],
    address: undefined,
    steps: [],
    references: [],
    ...letter,
    ...look,
    preview: letter.paragraphs[0] ?? '',
  };
  return {
    // A header is one line.
    subject: letter.subject.replaceAll(/\s+/g, ' '),
    text: text(view)
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    html: html[to](view).trimStart(),
  };
}

function template(file: string, options: { noEscape?: boolean } = {}) {
  const source = readFileSync(path.join(apiRoot, 'assets/mails', file), 'utf8');
  return Handlebars.compile<View>(source, { strict: true, ...options });
}
