/**
 * What a terminal would obey or hide instead of showing it: control characters of both sets, marks
 * that turn the direction of writing, separators of lines, invisible tags, halves of characters.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * Text from outside as one line that is safe to write to a terminal: what could move its cursor, rename
 * its window or turn what is read around is written as its code, such as `\u001b`, which JSON reads too.
 */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (found) => {
    const units = Array.from({ length: found.length }, (_, index) => found.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
}

/** The same for text of several lines, which stay. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
