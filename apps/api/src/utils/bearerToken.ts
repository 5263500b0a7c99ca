/** The token of an `Authorization` header (RFC 6750); undefined where it is not well-formed. */
export function bearerTokenIn(header: string): string | undefined {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(header)?.[1];
}
