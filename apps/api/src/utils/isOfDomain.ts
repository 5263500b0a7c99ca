/** Whether an origin is of a domain, or of a subdomain of it. */
export function isOfDomain(origin: string, domain: string): boolean {
  const host = URL.parse(origin)?.hostname;
  return host !== undefined && (host === domain || host.endsWith(`.${domain}`));
}
