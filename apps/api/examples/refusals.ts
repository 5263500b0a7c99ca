import type { Call, Operation, Recorder } from './recorder.ts';

/** The length of a body that every operation refuses. */
const TOO_LONG = 2_000_000;

/** Codes whose message differs for each operation; of other codes one example is enough. */
const OWN_WORDS: ReadonlySet<string> = new Set(['validation_failed', 'not_found']);

/** Repeats every request with a mistake. */
export async function refusals(recorder: Recorder): Promise<void> {
  const seen = new Set<string>();
  for (const [operationId, call] of recorder.calls) {
    const operation = recorder.operations.get(operationId);
    if (operation?.path.startsWith('/api/') !== true) continue;
    for (const [code, wrong] of wrongsOf(operation, call)) {
      if (seen.has(code) && !OWN_WORDS.has(code)) continue;
      if (await recorder.perhapsRefused(operationId, code, wrong)) seen.add(code);
    }
  }
}

function wrongsOf(operation: Operation, call: Call): [code: string, call: Call][] {
  const { headers = {}, body, params } = call;
  const { 'idempotency-key': _key, ...keyless } = headers;
  const wrongs: [string, Call][] = [
    ['validation_failed', { ...call, query: { ...call.query, colour: 'red' } }],
    ['unauthorized', { ...call, headers: { ...headers, Authorization: 'Bearer wrong' } }],
  ];
  if (typeof body === 'object' && body !== null) {
    wrongs.unshift(['validation_failed', { ...call, headers: keyless, body: misspelt(body) }]);
    wrongs.push(['malformed_json', { ...call, body: '{"' }]);
    wrongs.push(['payload_too_large', { ...call, body: { note: 'x'.repeat(TOO_LONG) } }]);
    const asText = { ...headers, 'Content-Type': 'text/plain' };
    wrongs.push(['unsupported_media_type', { ...call, headers: asText }]);
  }
  if (params) {
    const unknown = Object.entries(params).map(([name, value]) => [name, elsewhere(value)]);
    const elsewhereCall = { ...call, headers: keyless, params: Object.fromEntries(unknown) };
    const needsKey = operation.method === 'post' && 'idempotency-key' in headers;
    const key = { 'idempotency-key': crypto.randomUUID() };
    wrongs.push([
      'not_found',
      needsKey ? { ...elsewhereCall, headers: { ...keyless, ...key } } : elsewhereCall,
    ]);
  }
  if (operation.method === 'post' && 'idempotency-key' in headers) {
    const asked = { ...call, headers: keyless };
    if (operation.operationId !== 'createCart') wrongs.push(['idempotency_key_required', asked]);
    if (body !== undefined) {
      wrongs.push(['idempotency_key_reused', { ...call, body: changed(body) }]);
    }
  }
  return wrongs;
}

/** The same body with an unknown member. */
const misspelt = (body: object) => ({ ...body, colour: 'red' });

/** A different valid body. */
function changed(body: unknown): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  if ('reason' in copy && !('lines' in copy)) copy['reason'] = 'Another reason';
  else if ('note' in copy) copy['note'] = 'Another note';
  else if ('quantity' in copy) copy['quantity'] = 3;
  else if ('items' in copy) copy['items'] = [];
  else delete copy['expectedTotal'];
  return copy;
}

/** An unknown id of the same kind. */
function elsewhere(id: string): string {
  return id.includes('_') ? `${id.slice(0, -4)}0000` : '999999999';
}
