/**
 * Invisible characters that pasting adds: direction marks, embeddings and isolates, zero-width
 * spaces, soft hyphens, tags. Joiners are not among them, since Persian and Indian scripts spell
 * names with them.
 */
const STOWAWAYS =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Text without invisible characters; a no-break space and the like become spaces. */
export function stripInvisible(text: string): string {
  return text.replaceAll(STOWAWAYS, '').replaceAll(/\p{Zs}/gu, ' ');
}

/** A formatted value, such as a phone number or a code, without anything invisible. */
export function visibleOf(text: string): string {
  return text.replaceAll(INVISIBLE, '').replaceAll(/\p{Zs}/gu, ' ');
}

const SEEN = /[^\s\p{Zs}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** Whether the text has no visible character. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}
