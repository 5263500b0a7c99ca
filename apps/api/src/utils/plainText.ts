/**
 * What nobody sees and pasting brings along: marks, embeddings and isolates of the direction of
 * writing, spaces without width, soft hyphens, tags. Joiners are not among them, since names in
 * Persian and in the scripts of India are spelt with them.
 */
const STOWAWAYS =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Text without what pasting brought along; a no-break space and its like are spaces. */
export function withoutStowaways(text: string): string {
  return text.replaceAll(STOWAWAYS, '').replaceAll(/\p{Zs}/gu, ' ');
}

/** What has a form and no words, such as a phone number or a code: without anything that is not seen. */
export function visibleOf(text: string): string {
  return text.replaceAll(INVISIBLE, '').replaceAll(/\p{Zs}/gu, ' ');
}

const SEEN = /[^\s\p{Zs}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** Whether there is nothing in it that could be seen. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}
