/** The path under which the API is mounted. */
export const API_BASE = '/api/v1';

/** Where clients of OAuth 2 get their tokens, below the API's base. */
export const MACHINE_TOKENS = '/auth/token';

/** Where mail readers unsubscribe by one click. */
export const UNSUBSCRIBE = '/newsletter/unsubscribe';

/** Where files are that a token opens. */
export const DOWNLOADS = '/downloads/data-exports';

/** Where clients bring files that a token allows, and where they fetch such, while the storage is a folder. */
export const SIGNED_UPLOADS = '/uploads';
export const SIGNED_DOWNLOADS = '/downloads/files';

/** Where the pages are to which links of mails lead, unless a storefront has them. */
export const ACCOUNT_PAGES = '/account';

/** A route's address as a URI template. @param path in Express's notation, below the API's base. */
export function templateOf(path: string): string {
  return path === '/' ? API_BASE : `${API_BASE}${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}
