/** The path under which the API is mounted. */
export const API_BASE = '/api/v1';

/** Where stored pictures are found; without a slash at the end. */
export function mediaUrlOf({ publicUrl }: { readonly publicUrl: string }): string {
  return `${publicUrl}/media`;
}

/** A route's address as a URI template. @param path in Express's notation, below the API's base. */
export function templateOf(path: string): string {
  return path === '/' ? API_BASE : `${API_BASE}${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}
