import { MIN_PASSWORD_LENGTH } from '../../domains/passwords.limits.ts';
import { AppError, type ErrorDetail } from '../../kernel/errors.ts';
import { foldedPassword } from '../../utils/normalPassword.ts';
import { isCommonPassword } from './commonPasswords.ts';

/** Shorter words are in too many good passwords. */
const MIN_WORD_LENGTH = 4;
/** What a password must have beside the words that a guess about its owner begins with. */
const MIN_OTHER_LENGTH = 8;

interface StrengthDeps {
  readonly shopName: string;
}

interface NewPassword {
  readonly password: string;
  /** The account's address. */
  readonly email?: string | undefined;
  /** Where the request has the password: `password` by default. */
  readonly path?: string;
}

/**
 * Refuses a new password that is quickly guessed: a common one, a repeated text, or one made of the
 * account's address or the shop's name. The schema has checked its length.
 * @throws {AppError} password_too_weak
 */
export async function requireStrong(
  { shopName }: StrengthDeps,
  { password, email = '', path = 'password' }: NewPassword,
): Promise<void> {
  const errors: ErrorDetail[] = [];
  const refuse = (code: string, message: string) => errors.push({ path, code, message });
  if (await isCommonPassword(password)) refuse('common', 'is one of the most common passwords');
  if (isRepeated(password)) refuse('repeated', 'repeats a short text');
  if (consistsOf(password, wordsOf(email)))
    refuse('contains_email', 'is mostly the e-mail address');
  if (consistsOf(password, wordsOf(shopName))) refuse('contains_shop', 'is mostly the shop’s name');
  if (errors.length === 0) return;
  const message = `The password ${errors[0]?.message}. Choose another, such as several words.`;
  throw new AppError('password_too_weak', message, { errors });
}

/** Whether the password is one text again and again, which alone would be too short. */
function isRepeated(password: string): boolean {
  const text = foldedPassword(password);
  // A text is in its own double at an offset between, if and only if it repeats a part of itself.
  const period = (text + text).indexOf(text, 1);
  return period < text.length && Array.from(text.slice(0, period)).length < MIN_PASSWORD_LENGTH;
}

/** A name or an address as a whole, the part before its @, and its single words; longest first. */
function wordsOf(text: string): string[] {
  const [local = ''] = text.split('@');
  const words = [text, local, ...local.split(/[^\p{L}\p{N}]+/u)].map(lettersOf);
  const known = new Set(words.filter((word) => word.length >= MIN_WORD_LENGTH));
  return [...known].sort((one, other) => other.length - one.length);
}

/** Whether the password has few letters and digits beside the words. */
function consistsOf(password: string, words: readonly string[]): boolean {
  const letters = lettersOf(password);
  const others = words.reduce((left, word) => left.replaceAll(word, ''), letters);
  return others.length < letters.length && others.length < MIN_OTHER_LENGTH;
}

/** Letters and digits alone: `Jane.Doe-2026` is a guess from `jane_doe`. */
function lettersOf(text: string): string {
  return foldedPassword(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
