import { IdentityProviderUnavailable } from '../../ports/identityProvider.ts';

/** A person waits for the answer. */
const TIMEOUT_MS = 5000;
/** More than any provider's keys or claims. */
const MAX_BYTES = 1024 * 1024;

/**
 * Sends a request to a provider, and reads the whole answer. A redirect is not followed: it could lead
 * into the shop's own network.
 * @throws {IdentityProviderUnavailable} without an answer within five seconds, or with one that says to
 *   try again (429, 5xx).
 */
export async function providerFetch(url: string, init: RequestInit): Promise<Response> {
  const { host } = new URL(url);
  let answer: Response;
  let body: Uint8Array<ArrayBuffer>;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    answer = await fetch(url, { ...init, redirect: 'manual', signal });
    body = await readBody(answer);
  } catch (cause) {
    throw new IdentityProviderUnavailable(`${host} does not answer`, { cause });
  }
  if (answer.status >= 500 || answer.status === 429) {
    throw new IdentityProviderUnavailable(`${host} answers with ${answer.status}`);
  }
  const { status, headers } = answer;
  return new Response(body.length === 0 ? null : body, { status, headers });
}

async function readBody({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) throw new Error('The answer is too long');
  }
  return new Uint8Array(Buffer.concat(chunks));
}
