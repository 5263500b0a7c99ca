/** What a client of OAuth 2 says of itself in a request for a token. */
type ClientCredentials =
  | { readonly clientId: string; readonly secret: string }
  /** It shows none, or shows them in a way that cannot be read. */
  | 'none'
  /** It shows them in two ways (RFC 6749, 2.3). */
  | 'ambiguous';

/**
 * Reads the credentials of `client_secret_basic` or `client_secret_post` (RFC 6749, 2.3.1).
 * @param header `Authorization`, where there is one.
 */
export function clientCredentialsOf(
  header: string | undefined,
  form: URLSearchParams,
): ClientCredentials {
  const [id, secret] = [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  if (header === undefined) return id && secret ? { clientId: id, secret } : 'none';
  if (secret) return 'ambiguous';
  const basic = basicCredentialsOf(header);
  if (basic !== 'none' && id && id !== basic.clientId) return 'ambiguous';
  return basic;
}

function basicCredentialsOf(header: string): Exclude<ClientCredentials, 'ambiguous'> {
  const encoded = /^Basic +([\w+/-]+={0,2}) *$/i.exec(header)?.[1];
  if (encoded === undefined) return 'none';
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon === -1) return 'none';
  const [clientId, secret] = [
    formDecoded(text.slice(0, colon)),
    formDecoded(text.slice(colon + 1)),
  ];
  return clientId && secret ? { clientId, secret } : 'none';
}

/** Both parts are encoded as forms are, before they are joined. */
function formDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
