/** The path under which the API is mounted. */
export const API_BASE = '/api/v1';

/** Where stored pictures are found; without a slash at the end. */
export function mediaUrlOf({ publicUrl }: { readonly publicUrl: string }): string {
  return `${publicUrl}/media`;
}
