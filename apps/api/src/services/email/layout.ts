import { html, type Html } from '../../utils/html.ts';

export interface MailContent {
  subject: string;
  text: string;
  html: string;
}

/** A mail of a few paragraphs, signed by the shop. */
export function letter(
  subject: string,
  paragraphs: readonly string[],
  shopName: string,
): MailContent {
  return {
    subject,
    text: [...paragraphs, shopName].join('\n\n'),
    html: page(
      subject,
      [...paragraphs, shopName].map((paragraph) => html`<p>${paragraph}</p>`),
    ),
  };
}

export function page(title: string, content: readonly Html[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body style="font-family: sans-serif; max-width: 36em; margin: 2em auto; color: #222">
        ${content}
      </body>
    </html>`.text;
}
