/**
 * A name as part of an address: lower case, letters and digits of any script, hyphens in between;
 * "Crème & Café" is "creme-cafe". A name with neither letters nor digits becomes its code points,
 * so that it still has a unique handle.
 */
export function slugify(name: string): string {
  const slug = name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug || [...name].map((char) => char.codePointAt(0)?.toString(16)).join('-');
}
