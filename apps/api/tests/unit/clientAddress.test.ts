import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { loadConfig } from '../../src/config/index.ts';
import { createAddressReader } from '../../src/middleware/clientAddress.middleware.ts';
import { networkOfClient } from '../../src/middleware/rateLimit.middleware.ts';
import { networkOf } from '../../src/utils/clientAddress.ts';
import { cleanAddress } from '../../src/utils/clientAddress.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:41000', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:FFFF:cb00:7107', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:41000', '203.0.113.7'],
  ['2001:db8::1', '2001:db8::1'],
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['"[2001:db8::1]:443"', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
])('of %j the address is %s', (text, address) => {
  expect(cleanAddress(text)).toBe(address);
});

test.each([
  '',
  'unknown',
  '_hidden',
  '203.0.113',
  '999.1.1.1',
  '1.2.3.4.5',
  '0x7f.1',
  '127',
  '[]',
  '[x]:1',
  '<script>',
  '203.0.113.7:x',
  '203.0.113.7/24',
  '::g',
  'localhost:80',
])('%j is no address', (text) => {
  expect(cleanAddress(text)).toBeUndefined();
});

const addressOf = (TRUST_PROXY: string, forwarded: string | undefined, peer = '127.0.0.1') => {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: peer });
  const req = Object.assign(new IncomingMessage(socket), {
    headers: { 'x-forwarded-for': forwarded },
  });
  const { trustProxy } = loadConfig({ NODE_ENV: 'test', TRUST_PROXY }).http;
  return createAddressReader(trustProxy).addressOf(req);
};

test.each([
  ['false', '203.0.113.7', '127.0.0.1'],
  ['1', undefined, '127.0.0.1'],
  ['1', '203.0.113.7:41000', '203.0.113.7'],
  ['1', '198.51.100.9, 203.0.113.7:41000', '203.0.113.7'],
  ['1', '[2001:db8::1]:443', '2001:db8::1'],
  ['1', 'unknown', '127.0.0.1'],
  ['1', '', '127.0.0.1'],
  ['1', '203.0.113.7, "><script>', '127.0.0.1'],
  ['2', '203.0.113.7:1, 10.0.0.2:41000', '203.0.113.7'],
  ['2', 'nonsense, 10.0.0.2:41000', '10.0.0.2'],
  ['127.0.0.1,10.0.0.0/8', '203.0.113.7:1, 10.0.0.2:41000', '203.0.113.7'],
  ['127.0.0.1,10.0.0.0/8', '203.0.113.7, nonsense', '127.0.0.1'],
  ['loopback', '203.0.113.7', '203.0.113.7'],
])('with TRUST_PROXY=%s and X-Forwarded-For: %s the client is %s', (trust, forwarded, address) => {
  expect(addressOf(trust, forwarded)).toBe(address);
});

test('an IPv4 address that is mapped into IPv6 counts as IPv4', () => {
  expect(addressOf('false', undefined, '::ffff:203.0.113.7')).toBe('203.0.113.7');
});

test.each([
  ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', true],
  ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ['203.0.113.7', '203.0.113.8', false],
])('%s and %s share a limit: %s', (one, other, isShared) => {
  expect(networkOfClient(one) === networkOfClient(other)).toBe(isShared);
});

test.each([
  ['2001:db8:a:b:c:d:e:f', 64, '2001:db8:a:b::/64'],
  ['2001:db8:a:b:c:d:e:f', 48, '2001:db8:a::/48'],
  ['fe80::1%eth0', 64, 'fe80::/64'],
  ['::1', 64, '::/64'],
  ['203.0.113.7', 64, '203.0.113.7'],
  ['', 64, ''],
])('the network of %s by %s bits is %s', (address, bits, network) => {
  expect(networkOf(address, bits)).toBe(network);
});
