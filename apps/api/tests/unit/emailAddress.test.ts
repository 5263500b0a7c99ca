import { parseEmail, parseSender, sendableEmail } from '../../src/utils/emailAddress.ts';
import { emailSchema } from '../../src/validators/shared.validator.ts';

describe('An e-mail address', () => {
  test.each([
    'smith&jones@example.com',
    'a/b=c@example.com',
    "o'brien+tag@example.ie",
    '.dots..dots.@example.com',
    "!#$%&'*+/=?^_`{|}~-@example.com",
    'root@localhost',
    'someone@xn--not-punycode',
  ])('%s is accepted unchanged', (address) => {
    expect(parseEmail(address)).toBe(address);
    expect(sendableEmail(address)).toBe(address);
  });

  test.each([
    ['user@müller.example', 'user@müller.example', 'user@xn--mller-kva.example'],
    ['USER@MÜLLER.Example', 'user@müller.example', 'user@xn--mller-kva.example'],
    ['user@xn--mller-kva.example', 'user@müller.example', 'user@xn--mller-kva.example'],
    ['user@例子。公司', 'user@例子.公司', 'user@xn--fsqu00a.xn--55qx5d'],
    ['user@straße.example', 'user@straße.example', 'user@xn--strae-oqa.example'],
  ])('%s is kept readable, and sent in punycode', (given, kept, sent) => {
    expect(parseEmail(given)).toBe(kept);
    expect(sendableEmail(kept)).toBe(sent);
  });

  test.each([
    'ada',
    '@example.com',
    'ada@',
    'ada@b..c',
    'ada@-b.c',
    'a b@example.com',
    'ada@exa mple.com',
    '"a b"@example.com',
    'ada@[127.0.0.1]',
    'ada@example.com,eve@example.com',
    'ada@example.com\r\nBcc: eve@example.com',
    'ada\n@example.com',
    'ada@example.com\0',
    'ada@ü%41.example',
    'ada@ü/path.example',
    'Ada <ada@example.com>',
    'ädä@example.com',
    `${'a'.repeat(250)}@example.com`,
    `ada@${'ü'.repeat(70)}.example`,
  ])('%j is none', (text) => {
    expect(parseEmail(text)).toBeUndefined();
    expect(emailSchema.safeParse(text).success).toBe(false);
  });

  test('loses the invisible characters of pasted text', () => {
    expect(emailSchema.parse('\u202aada@exam\u200bple.com\u00a0\ufeff')).toBe('ada@example.com');
  });
});

describe('A sender', () => {
  test.each([
    ['Cartwright <shop@localhost>', { name: 'Cartwright', address: 'shop@localhost' }],
    ['"Ann, Bob & Co" <a@b.example>', { name: 'Ann, Bob & Co', address: 'a@b.example' }],
    ['orders@müller.example', { name: '', address: 'orders@müller.example' }],
  ])('%s is a name and an address', (text, sender) => {
    expect(parseSender(text)).toEqual(sender);
  });

  test.each(['Shop', 'Shop <shop>', 'a@b.c, d@e.f', 'Shop\nBcc: <a@b.c>', '<a@b.c> <d@e.f>', ''])(
    '%j is none',
    (text) => {
      expect(parseSender(text)).toBeUndefined();
    },
  );
});
