import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../config/paths.ts';
import type { AccountAction, FormAction } from '../kernel/accountActions.ts';
import { html, Html } from '../utils/html.ts';
import { page, pagePolicy } from './layout.ts';

const script = readFileSync(path.join(apiRoot, 'assets/home/account.js'), 'utf8');

/** The one script, known by its hash, may call this host; a frame or another's script may do nothing. */
export const accountPolicy = `${pagePolicy}; script-src 'sha256-${createHash('sha256')
  .update(script)
  .digest('base64')}'; connect-src 'self'`;

interface ActionPage {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly done: string;
  /** What the button calls with the token, below the API's base. */
  readonly call: string;
}

/** Those whose page asks for nothing but a click. */
type PageAction = Exclude<AccountAction, FormAction>;

const pages: Readonly<Record<PageAction, ActionPage>> = {
  'data-export': {
    title: 'Your data',
    text: 'A zip file with all that the shop has of you.',
    button: 'Download',
    done: 'The download begins.',
    call: '/data-exports/open',
  },
  newsletter: {
    title: 'Newsletter',
    text: 'Confirm that you want the newsletter. You can unsubscribe at any time.',
    button: 'Confirm',
    done: 'Thank you. You will get the newsletter.',
    call: '/newsletter/confirm',
  },
  unsubscribe: {
    title: 'Newsletter',
    text: 'You will get no more of these mails.',
    button: 'Unsubscribe',
    done: 'You are unsubscribed.',
    call: '/newsletter/unsubscribe',
  },
};

/** The page of an action. It does nothing by itself: programs that open links in mails press no button. */
export function accountPage(action: PageAction): string {
  const { title, text, button, done, call } = pages[action];
  const main = html`<main>
    <h1>${title}</h1>
    <p>${text}</p>
    <p>
      <button type="button" data-call="${call}" data-done="${done}" hidden>${button}</button>
    </p>
    <p role="status"></p>
    <noscript><p>This page needs JavaScript.</p></noscript>
  </main>`;
  return page(title, new Html(`${main.text}<script>${script}</script>`));
}
