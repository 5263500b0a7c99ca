import { GIFT_CARD_CODE, PASSWORD_IN_ADDRESS, SECRET_TEXT } from '../../utils/redact.ts';

const MASK = '[secret]';

/** Members of these names hold secrets, or hashes of secrets that are short enough to be guessed. */
const SECRET_NAME =
  /authorization|cookie|credential|passw|passphrase|passcode|secret|token|signature|(?:api|private|signing|encryption)key|(?:backup|recovery|giftcard|verification)codes?$|^(?:otp|totp|pin|cvc|cvv|iban|code|codehash)$/;

/** What has the form of a secret, wherever it stands. */
const SECRET_FORMS: readonly RegExp[] = [
  SECRET_TEXT,
  PASSWORD_IN_ADDRESS,
  GIFT_CARD_CODE,
  // JSON Web Tokens, credentials of a header, private keys, bcrypt's hashes.
  /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)*/g,
  /(?<=\b(?:bearer|basic) )[\w.~+/=-]{8,}/gi,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
  /\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}/g,
];

/** Random text: long, and with small letters, capitals and digits mixed, as no id of ours is. */
const OPAQUE = /(?<![\w/+.-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{32,}(?![\w/+-])/g;

/** A number that may be a card's. */
const CARD_NUMBER = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g;

/**
 * JSON without secrets: members that are named like one, and texts that look like one, are masked.
 * Which members an object had, and whether there was a value, stays visible.
 */
export function withoutSecrets(value: unknown, name = ''): unknown {
  const isEmpty = value === null || value === '' || typeof value === 'boolean';
  if (isSecretName(name) && !isEmpty) return MASK;
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map((item: unknown) => withoutSecrets(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutSecrets(member, key)]),
  );
}

/** A text without what looks like a secret. */
export function maskText(text: string): string {
  return SECRET_FORMS.reduce((left, form) => left.replace(form, MASK), text)
    .replace(OPAQUE, MASK)
    .replace(CARD_NUMBER, (digits) => (isCardNumber(digits) ? MASK : digits));
}

/** Whether its check digit is right (ISO/IEC 7812, Luhn). */
function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  const sum = Array.from(digits, Number)
    .toReversed()
    .map((digit, place) => (place % 2 === 1 ? digit * 2 : digit))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

const isSecretName = (name: string) => SECRET_NAME.test(name.toLowerCase().replaceAll(/[_-]/g, ''));
