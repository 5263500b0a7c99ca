import { readTarget } from '../../src/utils/requestTarget.ts';
import { strangerRefusal } from '../../src/utils/strangers.ts';

describe('the target of a request', () => {
  test.each([
    ['/', '/', undefined],
    ['/messages?x=//', '/messages', undefined],
    ['/a%20b', '/a%20b', undefined],
    ['/?%', '/', undefined],
    ['http://localhost:3003', '/', 'localhost:3003'],
    ['http://localhost:3003/messages?x', '/messages', 'localhost:3003'],
    ['HTTPS://[::1]/x', '/x', '[::1]'],
  ])('%s is a path', (url, path, authority) => {
    expect(readTarget(url)).toEqual({ path, authority });
  });

  test.each([
    '',
    '//',
    '//[',
    '//evil.example/messages',
    'http://x:99999/',
    'http://[/',
    'http://',
    'ftp://x/',
    '*',
    '%',
    '/%',
    '/%zz',
    '/%ff',
    '/%E0%A4/x',
    'x',
    '?',
  ])('%j is no path', (url) => {
    expect(readTarget(url)).toBeUndefined();
  });
});

describe('the origin of a request', () => {
  const ask = (headers: Record<string, string>, own = {}, asked = {}) =>
    strangerRefusal({ method: 'GET', headers, ...asked }, { boundTo: '127.0.0.1', ...own })?.status;

  test.each([
    'localhost',
    'localhost:3003',
    'LOCALHOST.:3003',
    '127.0.0.1',
    '127.8.9.1:80',
    '[::1]:3003',
    'shop.localhost',
  ])('is this machine as %s', (host) => {
    expect(ask({ host })).toBeUndefined();
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '127.evil.example',
    '192.0.2.1',
    '0.0.0.0',
    'shop',
    'shop.local',
    '',
    ':3003',
    'localhost:99999',
    'localhost@evil.example',
    'localhost/x',
    '[',
  ])('is foreign as %j', (host) => {
    expect(ask({ host })).toBe(421);
  });

  test('a program that sends no Host is accepted', () => {
    expect(ask({})).toBeUndefined();
  });

  test('the host of the target takes precedence over the header', () => {
    const target = { authority: 'evil.example' };
    expect(ask({ host: 'localhost' }, {}, target)).toBe(421);
  });

  test('on a network its own names are accepted, and the configured ones', () => {
    const bound = { boundTo: '0.0.0.0', names: ['shop.example'] };
    for (const host of ['192.0.2.1:80', '[2001:db8::1]', 'api:3001', 'mac.local', 'shop.example'])
      expect([host, ask({ host }, bound)]).toEqual([host, undefined]);
    expect(ask({ host: 'evil.example' }, bound)).toBe(421);
    expect(ask({ host: 'evil.example' }, { ...bound, anyOnNetwork: true })).toBeUndefined();
  });

  test('requests of pages of other origins and sites are refused, and links are accepted', () => {
    const host = 'localhost:3003';
    const site = { 'sec-fetch-site': 'cross-site' };
    const link = { ...site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(ask({ host, origin: 'http://localhost:3003' })).toBeUndefined();
    for (const origin of ['http://localhost:3000', 'https://evil.example', 'null', ''])
      expect([origin, ask({ host, origin })]).toEqual([origin, 403]);
    expect(ask({ host, ...site })).toBe(403);
    expect(ask({ host, ...link })).toBeUndefined();
    expect(ask({ host, ...link, 'sec-fetch-dest': 'iframe' })).toBe(403);
    expect(ask({ host, ...link }, {}, { method: 'POST' })).toBe(403);
    expect(ask({ host, 'sec-fetch-site': 'none' })).toBeUndefined();
  });
});
