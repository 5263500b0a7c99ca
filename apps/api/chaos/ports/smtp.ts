import type { Random } from '../random.ts';

const LINES = [
  'EHLO x',
  'HELO',
  'EHLO \u00ff',
  'MAIL FROM:<a@b>',
  'MAIL FROM:<>',
  'MAIL FROM:<a@b> SIZE=99999999999',
  'RCPT TO:<ann@example.com>',
  'RCPT TO:<a b>',
  'RCPT TO:<"\r\nx"@y>',
  'RSET',
  'NOOP',
  'VRFY root',
  'STARTTLS',
  'AUTH PLAIN AAAA',
  'BDAT 10 LAST',
  'QUIT',
  `EHLO ${'x'.repeat(5000)}`,
  '\u0000\u0001',
  '',
];

const MAILS = [
  'Subject: hi\r\n\r\ntext',
  '',
  '\u0000\u00ff\u00fe',
  `Subject: ${'=?utf-8?Q?=zz?= '.repeat(500)}\r\n\r\n`,
  'Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n',
  'Content-Type: text/html; charset=none\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%',
  'Content-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\n',
  'From: <<<\r\nTo: ,,,;;:\r\nDate: never\r\nMessage-ID: <\r\n\r\n',
  Array.from(
    { length: 300 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  ).join(''),
  'x'.repeat(200_000),
];

/** A session with the mail catcher, partly valid and partly malformed. */
export function smtpLines(random: Random): string {
  if (random.chance(0.4)) {
    const mail = random.pick(MAILS);
    return `EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n${mail}\r\n.\r\nQUIT\r\n`;
  }
  const lines = Array.from({ length: random.between(1, 12) }, () => random.pick(LINES));
  return `${lines.join('\r\n')}\r\n`;
}
