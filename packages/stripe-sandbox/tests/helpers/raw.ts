import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** 0 where the connection was closed without one. */
  status: number;
  head: string;
  body: string;
}

/** Sends raw bytes, so that no client normalizes the target or the headers. */
export async function sendRaw(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(5000, () => socket.destroy());
  socket.write(bytes);
  const answer = await text(socket).catch(() => '');
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    head,
    body: /^transfer-encoding: chunked$/im.test(head) ? joined(body) : body,
  };
}

/** The chunks of a body without their lengths. */
function joined(body: string): string {
  const bytes = Buffer.from(body);
  const end = bytes.indexOf('\r\n');
  const length = Number.parseInt(bytes.subarray(0, end).toString(), 16);
  if (!(length > 0)) return '';
  const chunk = bytes.subarray(end + 2, end + 2 + length).toString();
  return chunk + joined(bytes.subarray(end + 4 + length).toString());
}

/** A request with these headers; its connection is closed after the answer. */
export function request(
  port: number,
  line: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<RawAnswer> {
  const all = {
    Host: `127.0.0.1:${port}`,
    Connection: 'close',
    ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return sendRaw(port, `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
