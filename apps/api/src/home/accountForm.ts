import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../config/paths.ts';
import type { FormAction } from '../kernel/accountActions.ts';
import { html, Html } from '../utils/html.ts';
import type { Language } from '../utils/locale.ts';
import { accountWords } from './accountWords.ts';

const read = (file: string) => readFileSync(path.join(apiRoot, 'assets', file), 'utf8');
const style = read('home/style.css');
const script = read('home/accountForm.js');
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** One script and one style sheet, known by their hashes; the script calls this host alone. */
export const accountFormPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface AccountForm {
  readonly action: FormAction;
  readonly language: Language;
  readonly shop: string;
  readonly apiBase: string;
}

const paths: Readonly<Record<FormAction, string>> = {
  'verify-email': '/auth/verify-email',
  'reset-password': '/auth/reset-password',
  'change-email': '/auth/change-email/confirm',
  invitation: '/auth/invitations/accept',
};

/** The page of a link in a mail: it sends the link's token by POST once its reader says so. */
export function accountForm({ action, language, shop, apiBase }: AccountForm): string {
  const words = accountWords[language];
  const own = words[action];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${own.title} · ${shop}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <h1>${own.title}</h1>
          <p>${own.text}</p>
        </header>
        <main>
          <form
            data-path="${apiBase}${paths[action]}"
            data-reset-path="${apiBase}/auth/reset-password"
            data-new-password="${words.newPassword}"
            data-choose="${words.choose}"
            data-choose-now="${words.chooseNow}"
            data-wait="${words.wait}"
            data-done="${own.done}"
            data-failed="${words.failed}"
          >
            ${fieldOf(action, words)}
            <p><button>${own.button}</button></p>
            ${
              action === 'verify-email'
                ? html`<p><button value="without" formnovalidate>${words.without}</button></p>`
                : ''
            }
          </form>
          <p role="status"></p>
          <noscript><p>${words.noScript}</p></noscript>
        </main>
        ${new Html(`<script>${script}</script>`)}
      </body>
    </html> `.text;
}

function fieldOf(action: FormAction, words: (typeof accountWords)[Language]): Html {
  const isNew = action === 'reset-password' || action === 'invitation';
  return html`<p>
    <label>
      <span>${isNew ? words.newPassword : words.password}</span>
      <input
        type="password"
        name="${action === 'reset-password' ? 'newPassword' : 'password'}"
        id="password"
        autocomplete="${isNew ? 'new-password' : 'current-password'}"
        maxlength="256"
        required
      />
    </label>
  </p>`;
}
