import { z } from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../domains/passwords.limits.ts';

/** People count characters, not the units of UTF-16; é is one, however a keyboard composes it. */
const lengthOf = (text: string) => Array.from(text.normalize('NFC')).length;

/** A password that is being chosen. Whether it is easy to guess, the service finds out. */
export const newPasswordSchema = z
  .string()
  .check((context) => {
    const length = lengthOf(context.value);
    const bounds = { origin: 'string', inclusive: true, input: context.value } as const;
    if (length < MIN_PASSWORD_LENGTH) {
      const message = `must have at least ${MIN_PASSWORD_LENGTH} characters`;
      context.issues.push({ code: 'too_small', minimum: MIN_PASSWORD_LENGTH, message, ...bounds });
    }
    if (length > MAX_PASSWORD_LENGTH) {
      const message = `must have at most ${MAX_PASSWORD_LENGTH} characters`;
      context.issues.push({ code: 'too_big', maximum: MAX_PASSWORD_LENGTH, message, ...bounds });
    }
  })
  .meta({
    description:
      'A new password: any characters, but none of the most common passwords, and not the e-mail address or the shop’s name.',
    minLength: MIN_PASSWORD_LENGTH,
    maxLength: MAX_PASSWORD_LENGTH,
    example: 'seven purple umbrellas',
  });

/** A password that is given to sign in: what could not be one is refused without a look. */
export const passwordSchema = z
  .string()
  .min(1)
  .refine((text) => lengthOf(text) <= MAX_PASSWORD_LENGTH, {
    error: `must have at most ${MAX_PASSWORD_LENGTH} characters`,
  })
  .meta({
    description: 'The password of the account.',
    maxLength: MAX_PASSWORD_LENGTH,
    example: 'seven purple umbrellas',
  });
