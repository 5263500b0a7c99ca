import type { IncomingMessage, ServerResponse } from 'node:http';
import { html, type Html } from '../../utils/html.ts';
import { readTarget } from '../../utils/requestTarget.ts';
import { strangerRefusal } from '../../utils/strangers.ts';
import type { CaughtMail, Mailbox, MailSummary } from './mailbox.ts';

interface Answer {
  type: string;
  body: string | Buffer;
  /** Replaces the policy of our own pages. */
  policy?: string;
}

const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";
/** A mail is a stranger's HTML: it may look as it likes, and load, run and send nothing. */
const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * `/` and `/view/:id` for people; `/messages`, `/messages/:id` and its `/html`, `/raw` for scripts.
 * Only for users of this machine, and for no page of another site.
 * @param boundTo the address on which the server listens.
 */
export async function answer(
  mailbox: Mailbox,
  boundTo: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  try {
    const target = readTarget(req.url ?? '');
    if (!target) return sendText(res, 400, 'The target of the request is not a path');
    const refusal = strangerRefusal(
      { method: req.method, headers: req.headers, authority: target.authority },
      { boundTo },
    );
    if (refusal) return sendText(res, refusal.status, refusal.message);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      return sendText(res, 405, 'Mails can only be read');
    }
    const found = await find(mailbox, target.path);
    if (found) send(res, 200, found);
    else sendText(res, 404, 'Not found');
  } catch {
    sendText(res, 500, 'The mails cannot be read');
  }
}

function sendText(res: ServerResponse, status: number, text: string): void {
  if (!res.headersSent) send(res, status, { type: 'text/plain; charset=utf-8', body: `${text}\n` });
}

async function find(mailbox: Mailbox, pathname: string): Promise<Answer | null> {
  const [, first = '', id = '', part = '', ...rest] = pathname.split('/');
  if (rest.length > 0) return null;
  if (first === '') return pageOf('Mail', listPage(await mailbox.list()));
  if (first === 'messages' && id === '') return jsonOf(await mailbox.list());
  if (first === 'messages' && part === 'raw') {
    const body = await mailbox.readRaw(id);
    return body && { type: 'message/rfc822', body };
  }
  const mail = await mailbox.read(id);
  if (!mail) return null;
  if (first === 'view' && part === '') return pageOf(mail.subject, mailPage(mail));
  if (first === 'messages' && part === '') return jsonOf(mail);
  if (first === 'messages' && part === 'html') {
    return { type: 'text/html; charset=utf-8', body: mail.html, policy: MAIL_POLICY };
  }
  return null;
}

function send(res: ServerResponse, status: number, { type, body, policy = PAGE_POLICY }: Answer) {
  res.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  res.end(body);
}

function jsonOf(value: unknown): Answer {
  return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(value, null, 2)}\n` };
}

function pageOf(title: string, content: Html): Answer {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          body {
            font-family: sans-serif;
            margin: 2em auto;
            max-width: 60em;
            padding: 0 1em;
            color: #222;
          }
          table {
            border-collapse: collapse;
            width: 100%;
          }
          td,
          th {
            text-align: left;
            padding: 0.4em;
            border-bottom: 1px solid #ddd;
            vertical-align: top;
          }
          iframe {
            width: 100%;
            height: 40em;
            border: 1px solid #ddd;
          }
          pre {
            white-space: pre-wrap;
            background: #f6f6f6;
            padding: 1em;
          }
        </style>
      </head>
      <body>
        ${content}
      </body>
    </html> `;
  return { type: 'text/html; charset=utf-8', body: page.text };
}

function listPage(mails: readonly MailSummary[]): Html {
  if (mails.length === 0)
    return html`<h1>Mail</h1>
      <p>No mail has been sent yet.</p>`;
  const rows = mails.map(
    ({ id, receivedAt, to, subject }) =>
      html` <tr>
        <td>${receivedAt}</td>
        <td>${to.join(', ')}</td>
        <td><a href="/view/${id}">${subject === '' ? '(no subject)' : subject}</a></td>
      </tr>`,
  );
  return html`<h1>Mail</h1>
    <p>Mail that the shop has sent. None of it has left this machine.</p>
    <table>
      <tr>
        <th>Received</th>
        <th>To</th>
        <th>Subject</th>
      </tr>
      ${rows}
    </table>`;
}

function mailPage(mail: CaughtMail): Html {
  const { id, from, to, subject, receivedAt, text, html: body, problem } = mail;
  const frame = html`<iframe sandbox title="The mail as HTML" src="/messages/${id}/html"></iframe>`;
  return html`<p><a href="/">All mail</a></p>
    <h1>${subject}</h1>
    <table>
      <tr>
        <th>From</th>
        <td>${from}</td>
      </tr>
      <tr>
        <th>To</th>
        <td>${to.join(', ')}</td>
      </tr>
      <tr>
        <th>Received</th>
        <td>${receivedAt} (<a href="/messages/${id}/raw">source</a>)</td>
      </tr>
    </table>
    ${problem === undefined ? html`` : html`<p>Its source is not that of a mail: ${problem}</p>`}
    ${
      body === ''
        ? html``
        : html`<h2>As HTML</h2>
            ${frame}`
    }
    <h2>As text</h2>
    <pre>${text}</pre>`;
}
