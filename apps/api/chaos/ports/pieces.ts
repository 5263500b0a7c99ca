import type { Random } from '../random.ts';

// The pieces that requests are made of, ordinary and malformed.

const LONG = 'a'.repeat(9000);

/** Paths that exist, at one port or another. */
const PLACES = [
  '/',
  '/metrics',
  '/messages',
  '/messages/1700000000000-0a0b0c0d/raw',
  '/view/1700000000000-0a0b0c0d',
  '/health/ready',
  '/openapi.json',
  '/docs',
  '/docs/assets/standalone.js',
  '/media/x.webp',
  '/api/v1',
  '/api/v1/products',
  '/api/v1/products/none',
  '/api/v1/carts',
  '/api/v1/carts/cart_0123456789abcdefghijklmnopqrstuvwxyz',
  '/api/v1/admin/orders',
  '/api/v1/webhooks/stripe',
  '/v1/charges',
  '/v1/payment_intents/pi_1/confirm',
  '/v1/payment_methods',
  '/_sandbox/state',
  '/_sandbox/reset',
  '/_sandbox/requests',
  '/authenticate/pi_1',
];

const ODD_TARGETS = [
  '//',
  '///',
  '//[',
  '//x:y@z/',
  '/\\',
  '*',
  '%',
  '?',
  '#',
  '/%',
  '/%zz',
  '/%00',
  '/%ff%fe',
  '/%25%32%35',
  '/..%2f..%2fetc/passwd',
  '/../../..',
  '/./',
  'http://x:99999/',
  'http://[',
  'http://',
  'http://evil.example/messages',
  'ftp://x/',
  'javascript:0',
  'x',
  '',
  '/ /',
  '/\u0000',
  '/\u00ff\u00fe',
  `/${LONG}`,
  `/${'%41'.repeat(3000)}`,
  `/?${'a[b]'.repeat(2000)}=1`,
  `/?a${'[b]'.repeat(2000)}=1`,
  `/${'x/'.repeat(4000)}`,
];

const SPOILERS = [
  '%',
  '%zz',
  '//',
  '%00',
  '..;/',
  '?',
  '?%',
  '?a[]=&a=1',
  '#',
  ' ',
  '\u00ff',
  '?q=\u0001',
  `?q=${LONG}`,
];

export function target(random: Random): string {
  if (random.chance(0.35)) return random.pick(ODD_TARGETS);
  const place = random.pick(PLACES);
  if (random.chance(0.4)) return place;
  const at = random.between(1, place.length);
  return `${place.slice(0, at)}${random.pick(SPOILERS)}${place.slice(at)}`;
}

const METHODS = ['GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const ODD_METHODS = [
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'PURGE',
  'PRI',
  'get',
  'G E T',
  '',
  LONG,
  '\u0000',
];

export function method(random: Random): string {
  return random.pick(random.chance(0.8) ? METHODS : ODD_METHODS);
}

export function version(random: Random): string {
  if (random.chance(0.8)) return ' HTTP/1.1';
  return random.pick([' HTTP/1.0', '', ' HTTP/2.0', ' HTTP/9.9', ' HTTP/', ' HTCPCP/1.0', ' ']);
}

const HEADERS = [
  'Host: evil.example',
  'Host: [',
  'Host: a b',
  'Host:',
  'Origin: https://evil.example',
  'Origin: null',
  'Origin: %',
  'Sec-Fetch-Site: cross-site',
  'Connection: close',
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13',
  'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk',
  'Content-Length: -1',
  'Content-Length: 999999999999',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: chunked\r\nContent-Length: 3',
  'Expect: 100-continue',
  'Expect: the-unexpected',
  'Content-Type: application/json',
  'Content-Type: application/json; charset=utf-7',
  'Content-Type: text/plain; x=application/json',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Type: multipart/form-data; boundary=',
  'Content-Encoding: gzip',
  'Content-Encoding: br',
  'Accept: text/html;q=9',
  'Accept-Encoding: gzip;q=0, *;q=0',
  'Range: bytes=9-1',
  'If-None-Match: "x", W/"y", *',
  'If-Match: %',
  'Idempotency-Key: \u00ff',
  `Idempotency-Key: ${'k'.repeat(300)}`,
  'Authorization: Bearer',
  'Authorization: Basic %',
  'Authorization: Bearer pk_test_\u00ff',
  'X-Order-Token: x',
  'X-Request-Id: \u00ff',
  'X-Forwarded-For: ::ffff:1.2.3.4, %, unknown',
  'traceparent: 00-0-0-00',
  'Stripe-Signature: t=1,v1=\u00ff',
  'Stripe-Version: \u00fe',
  `Cookie: ${LONG}`,
  'no colon at all',
  ' folded: twice\r\n further',
  'Nul: \u0000',
  Array.from({ length: 150 }, (_, at) => `H${at}: x`).join('\r\n'),
];

export function headers(random: Random): string[] {
  const chosen = Array.from({ length: random.between(0, 4) }, () => random.pick(HEADERS));
  return random.chance(0.85) ? ['Host: localhost', ...chosen] : chosen;
}

const BODIES = [
  '{}',
  '[]',
  '{"items":[{"variantId":"x","quantity":1e999}]}',
  '{"__proto__":{"x":1},"constructor":1}',
  '"\\ud800"',
  '{"a":"\\u0000"}',
  '{',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{${Array.from({ length: 3000 }, (_, at) => `"x${at}":1`).join()}}`,
  'amount=1&currency=usd&metadata[x][y]=1',
  `a${'[b]'.repeat(3000)}=1`,
  '%=%&&&=',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  'ffffffffffffffff\r\n',
  '\u00ff\u00fe\u0000\u0001',
  'x'.repeat(300_000),
];

export function body(random: Random): string {
  return random.chance(0.5) ? '' : random.pick(BODIES);
}
