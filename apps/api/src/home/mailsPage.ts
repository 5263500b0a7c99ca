import type { MailPreviews } from '../controllers/mailPreviews.controller.ts';
import { html } from '../utils/html.ts';
import { languages } from '../utils/locale.ts';
import { page } from './layout.ts';

/**
 * The mail alone: its own styles, pictures from anywhere, nothing that runs. It keeps its origin, or
 * the browser would request its pictures like a foreign page, which is refused.
 */
export const mailPolicy =
  "sandbox allow-same-origin allow-popups; default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

export function mailsPage({ locale, mails }: MailPreviews): string {
  return page(
    `Mails (${locale})`,
    html`<header>
        <h1>Mails</h1>
        <p>
          Every mail that the shop sends, with example data, in ${locale}. This page exists under
          development alone.
        </p>
      </header>
      <nav aria-label="Languages">
        <h2>Languages</h2>
        <ul class="links">
          ${languages.map((language) => html`<li><a href="?locale=${language}">${language}</a></li>`)}
        </ul>
      </nav>
      <main>${mails.map((mail) => mailSection(mail, locale))}</main>`,
  );
}

function mailSection({ name, event, to, examples }: MailPreviews['mails'][number], locale: string) {
  return html`<section aria-labelledby="${name}">
    <h2 id="${name}">${name}</h2>
    <p>To ${to === 'staff' ? 'staff' : 'the customer'}, after <code>${event}</code></p>
    ${examples.map(
      ({ title, subject, text }, index) =>
        html`<h3>${title}</h3>
          <p>${subject}</p>
          <iframe
            title="${name}, ${title}"
            src="/dev/mails/${name}/${index}?locale=${locale}"
            loading="lazy"
          ></iframe>
          <details>
            <summary>As text</summary>
            <pre>${text}</pre>
          </details>`,
    )}
  </section>`;
}
