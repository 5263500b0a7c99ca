import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serializeEnvelope } from '../../src/utils/cachedBody.ts';

const LONG = { data: 'again and again '.repeat(200) };

test('a body can be had compressed, and is the same when it is unpacked', async () => {
  const answer = serializeEnvelope(LONG);
  expect(gunzipSync((await answer.encoded('gzip')) ?? '')).toEqual(answer.body);
  expect(brotliDecompressSync((await answer.encoded('br')) ?? '')).toEqual(answer.body);
});

test('a form is made once, however many ask for it at the same time, and is there at once from then on', async () => {
  const answer = serializeEnvelope(LONG);
  const forms = await Promise.all(
    Array.from({ length: 20 }, async () => await answer.encoded('br')),
  );
  expect(new Set(forms).size).toBe(1);
  expect(answer.encoded('br')).toBe(forms[0]);
});

test('what is short, or does not shrink to half, has no other form', async () => {
  expect(serializeEnvelope({ data: 'short' }).encoded('gzip')).toBeUndefined();
  const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(4000))).toString('base64');
  expect(await serializeEnvelope({ data: noise }).encoded('gzip')).toBeUndefined();
});
