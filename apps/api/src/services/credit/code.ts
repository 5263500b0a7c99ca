import { createHash } from 'node:crypto';
import { randomText } from '../../kernel/ids.ts';

/** 80 random bits: a code cannot be guessed, however many cards exist. */
const CHARS = 16;
const GROUP = 4;

/** A new gift card's code, as it is printed: `7K2M-9QXD-0VTR-5HWE`. */
export function newCode(): string {
  return grouped(randomText(CHARS).toUpperCase());
}

/**
 * What is stored and looked for instead of the code. Spaces, hyphens and capitals do not matter, nor
 * do the look-alikes that Crockford's alphabet leaves out (O for 0, I and L for 1).
 */
export function hashCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(`cartwright/gift-card/v1\0${plain}`).digest('base64url');
}

/** Identifies a card to people without its code. */
export function lastFourOf(code: string): string {
  return code.slice(-GROUP);
}

function grouped(text: string): string {
  return text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? text;
}
