import { encode, wrap } from 'nodemailer/lib/qp';

/**
 * A part of a mail with its headers. nodemailer would read the text twice to choose an encoding, and send
 * it through three streams, which takes longer than to encode it.
 */
export function mimePart(type: 'text/plain' | 'text/html', text: string): string {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    // With the line ends of a mail, or nodemailer inserts each CR alone.
    wrap(encode(text.replaceAll(/\r?\n/g, '\r\n'))),
  ].join('\r\n');
}
