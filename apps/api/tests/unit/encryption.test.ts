import {
  createEncryptionService,
  type EncryptionService,
} from '../../src/services/encryption.service.ts';

const old = 'an-old-secret-of-thirty-two-characters';
const current = 'a-new-secret-of-thirty-two-characters';
const place = { purpose: 'totp_secret', id: 'usr_1' };
const text = 'JBSWY3DPEHPK3PXP ☂';

const encryption: EncryptionService = createEncryptionService({ secrets: [current, old] });
const before = createEncryptionService({ secrets: [old] });

describe('An encrypted field', () => {
  test('is read where it was written, and never looks the same twice', () => {
    const encrypted = encryption.encrypt(text, place);
    expect(encrypted).toMatch(/^v1\.[0-9a-f]{16}\.[\w-]{16}\.[\w-]+$/);
    expect(encryption.encrypt(text, place)).not.toBe(encrypted);
    expect(encryption.decrypt(encrypted, place)).toBe(text);
    expect(encryption.decrypt(encryption.encrypt('', place), place)).toBe('');
  });

  test.each([
    { ...place, id: 'usr_2' },
    { ...place, purpose: 'webhook_secret' },
    { purpose: 'totp', id: '_secretusr_1' },
  ])('cannot be read when it is moved to %j', (other) => {
    const encrypted = encryption.encrypt(text, place);
    expect(() => encryption.decrypt(encrypted, other)).toThrow(/belongs to another row/);
  });

  test('can neither be changed in any of its parts nor cut', () => {
    const refusal = /was changed|not among|not encrypted/;
    const parts = encryption.encrypt(text, place).split('.');
    for (const [at, part] of parts.entries()) {
      const [first = ''] = part;
      const changed = parts.with(at, (first === '0' ? '1' : '0') + part.slice(1)).join('.');
      expect(() => encryption.decrypt(changed, place)).toThrow(refusal);
      expect(() => encryption.decrypt(parts.slice(0, at).join('.'), place)).toThrow(refusal);
    }
  });

  test('is read by an older key, which says that it is to be encrypted again', () => {
    const encrypted = before.encrypt(text, place);
    expect(encryption.decrypt(encrypted, place)).toBe(text);
    expect(encryption.needsReencryption(encrypted)).toBe(true);
    const again = encryption.encrypt(text, place);
    expect(encryption.needsReencryption(again)).toBe(false);
    expect(() => before.decrypt(again, place)).toThrow(/not among those of DATA_ENCRYPTION_KEYS/);
  });

  test('needs a key', () => {
    expect(() => createEncryptionService({ secrets: [] })).toThrow(/set DATA_ENCRYPTION_KEYS/);
  });
});
