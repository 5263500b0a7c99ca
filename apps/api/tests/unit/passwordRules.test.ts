import { AppError } from '../../src/kernel/errors.ts';
import { createPasswordsService } from '../../src/services/passwords.service.ts';
import { newPasswordSchema, passwordSchema } from '../../src/validators/passwords.validator.ts';

const passwords = createPasswordsService({ cost: 4, shopName: 'Müller’s Tea House' });
const email = 'jane.doe@mail.example';

/** What is wrong with a password, as codes. */
async function weaknessesOf(password: string): Promise<readonly string[]> {
  try {
    await passwords.requireStrong({ password, email });
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'password_too_weak') throw error;
    return error.errors.map(({ code }) => code);
  }
}

describe('A new password', () => {
  test.each([
    'seven purple umbrellas',
    'KORREKT pferd batterie',
    '长长的密码一二三四五六七八',
    'jane likes seven umbrellas',
    'the mail is late today',
    'house of cards, episode 3',
    'doe a deer, a female deer',
  ])('%j is taken', async (password) => {
    expect(await weaknessesOf(password)).toEqual([]);
  });

  test.each([
    ['unbelievable', ['common']],
    ['UnBelievable', ['common']],
    ['Ｕnbelievable', ['common']],
    ['passwordpassword', ['common', 'repeated']],
    ['zq7kzq7kzq7k', ['repeated']],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaa', ['repeated']],
    ['            ', ['repeated']],
    ['jane.doe@mail.example', ['contains_email']],
    ['Jane_Doe_2026', ['contains_email']],
    ['janedoe-janedoe-1', ['contains_email']],
    ['müllers tea house!', ['contains_shop']],
    ['TeaHouseMüller2', ['contains_shop']],
  ])('%j is refused: %j', async (password, codes) => {
    expect(await weaknessesOf(password)).toEqual(codes);
  });

  test('is refused at the place where the request has it, without repeating it', async () => {
    const refusal = passwords.requireStrong({ password: 'unbelievable', path: 'newPassword' });
    await expect(refusal).rejects.toMatchObject({
      message: expect.not.stringContaining('unbelievable'),
      errors: [{ path: 'newPassword', message: expect.not.stringContaining('unbelievable') }],
    });
  });

  test.each([
    ['eleven char', 'too_small'],
    ['🔑'.repeat(11), 'too_small'],
    ['e\u0301'.repeat(11), 'too_small'],
    ['twelve chars', undefined],
    ['🔑'.repeat(12), undefined],
    ['e\u0301'.repeat(256), undefined],
    ['x'.repeat(257), 'too_big'],
  ])('%j has from 12 to 256 characters, or is refused as %s', (password, code) => {
    expect(newPasswordSchema.safeParse(password).error?.issues[0]?.code).toBe(code);
  });

  test('is given to sign in as it once was chosen, long or short', () => {
    expect(passwordSchema.safeParse('short').success).toBe(true);
    expect(passwordSchema.safeParse('🔑'.repeat(256)).success).toBe(true);
    expect(passwordSchema.safeParse('x'.repeat(257)).success).toBe(false);
    expect(passwordSchema.safeParse('').success).toBe(false);
  });
});
