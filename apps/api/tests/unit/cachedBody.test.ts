import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serializeEnvelope } from '../../src/utils/cachedBody.ts';

const LONG = { data: 'again and again '.repeat(200) };

test('a compressed body decompresses to the original', async () => {
  const answer = serializeEnvelope(LONG);
  expect(gunzipSync((await answer.encoded('gzip')) ?? '')).toEqual(answer.body);
  expect(brotliDecompressSync((await answer.encoded('br')) ?? '')).toEqual(answer.body);
});

test('a body is compressed once for concurrent requests, and later ones need not wait', async () => {
  const answer = serializeEnvelope(LONG);
  const forms = await Promise.all(
    Array.from({ length: 20 }, async () => await answer.encoded('br')),
  );
  expect(new Set(forms).size).toBe(1);
  expect(answer.encoded('br')).toBe(forms[0]);
});

test('a body that is short, or does not shrink to half, is not compressed', async () => {
  expect(serializeEnvelope({ data: 'short' }).encoded('gzip')).toBeUndefined();
  const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(4000))).toString('base64');
  expect(await serializeEnvelope({ data: noise }).encoded('gzip')).toBeUndefined();
});
