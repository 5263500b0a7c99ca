import type { IncomingMessage } from 'node:http';
import { commonHeaders } from '../../src/middleware/headers.middleware.ts';
import type { FastCall } from '../../src/middleware/link.middleware.ts';

/** The headers of a cached answer to a page of an origin. */
function headersFor(origins: readonly string[], origin?: string): Map<string, string> {
  const link = commonHeaders(origins);
  if (!('onFastPath' in link)) throw new Error('There is no fast path');
  const lines: string[] = [];
  const req = { headers: { origin } } as IncomingMessage;
  link.onFastPath({ req, lines } as FastCall);
  return new Map(lines.flatMap((name, at) => (at % 2 ? [] : [[name, lines[at + 1] ?? '']])));
}

const ORIGIN = 'Access-Control-Allow-Origin';
const CREDENTIALS = 'Access-Control-Allow-Credentials';

describe('Where pages of every site may call the shop', () => {
  test('none of them sends cookies', () => {
    const headers = headersFor(['*'], 'https://other.example');
    expect(headers.get(ORIGIN)).toBe('*');
    expect(headers.has(CREDENTIALS)).toBe(false);
    expect(headers.get('Vary')).toBe('Accept-Encoding');
  });

  test('those of an origin that is named as well do', () => {
    const origins = ['*', 'https://store.example'];
    const named = headersFor(origins, 'https://store.example');
    expect(named.get(ORIGIN)).toBe('https://store.example');
    expect(named.get(CREDENTIALS)).toBe('true');
    const other = headersFor(origins, 'https://other.example');
    expect(other.get(ORIGIN)).toBe('*');
    expect(other.has(CREDENTIALS)).toBe(false);
    expect(other.get('Vary')).toBe('Origin, Accept-Encoding');
  });
});
