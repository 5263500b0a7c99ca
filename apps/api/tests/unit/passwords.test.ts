import bcrypt from 'bcrypt';
import {
  createPasswordsService,
  type PasswordsService,
} from '../../src/services/passwords.service.ts';
import { bcryptInput, parseHash } from '../../src/services/passwords/hashForm.ts';

const COST = 4;
const passwords: PasswordsService = createPasswordsService({ cost: COST, shopName: 'Tea House' });
const dearer = createPasswordsService({ cost: COST + 3, shopName: 'Tea House' });

const isRight = async (password: string, hash: string | null) =>
  (await passwords.verify(password, hash)).isRight;

const compare = bcrypt.compare.bind(bcrypt);
afterEach(() => void jest.restoreAllMocks());

describe('A password', () => {
  test('is verified by its hash, whose salt is new each time', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => passwords.hash('correct horse battery')),
    );
    expect(one).not.toBe(other);
    expect(one).toMatch(/^\$2b\$04\$/);
    expect(await isRight('correct horse battery', one ?? '')).toBe(true);
    expect(await isRight('Correct horse battery', one ?? '')).toBe(false);
  });

  test.each([71, 72, 73, 300])('of %i bytes counts to its last byte', async (length) => {
    const password = 'x'.repeat(length - 1);
    const hash = await passwords.hash(`${password}a`);
    expect(hash.startsWith('hmac-sha384:')).toBe(length > 72);
    expect(await isRight(`${password}a`, hash)).toBe(true);
    expect(await isRight(`${password}b`, hash)).toBe(false);
    expect(await isRight(`${password}ab`, hash)).toBe(false);
  });

  test('is measured in bytes, of which a letter may have four', async () => {
    const hash = await passwords.hash(`${'🔑'.repeat(18)}a`);
    expect(await isRight(`${'🔑'.repeat(18)}b`, hash)).toBe(false);
  });

  test('counts beyond a NUL', async () => {
    const hash = await passwords.hash('before\0after');
    expect(await isRight('before\0after', hash)).toBe(true);
    expect(await isRight('before\0other', hash)).toBe(false);
    expect(await isRight('before', hash)).toBe(false);
  });

  test('is the same however a keyboard composes it', async () => {
    const hash = await passwords.hash('Z\u00fcrichsee 2026 \u00e9t\u00e9');
    expect(await isRight('Zu\u0308richsee 2026 e\u0301te\u0301', hash)).toBe(true);
    expect(await isRight('Z\u00fcrichsee \uff12\uff10\uff12\uff16 \u00e9t\u00e9', hash)).toBe(true);
    expect(await isRight('Zurichsee 2026 ete', hash)).toBe(false);
  });

  test('that was hashed before bcrypt is never mistaken for one that was not', async () => {
    const long = 'long '.repeat(20);
    const hash = await passwords.hash(long);
    const { salt = '', bcrypt: bare = '' } = parseHash(hash) ?? {};
    const inner = bcryptInput(Buffer.from(long), salt).toString();
    expect(await bcrypt.compare(inner, bare)).toBe(true);
    expect(await isRight(inner, hash)).toBe(false);
    expect(await isRight(long, bare)).toBe(false);
  });

  test.each([null, '', 'correct horse battery', '$2b$04$tooshort', '$2b$04$'.padEnd(60, '.')])(
    'is wrong when the stored hash is %j',
    async (hash) => {
      expect(await passwords.verify('correct horse battery', hash)).toEqual({
        isRight: false,
        needsRehash: false,
      });
    },
  );

  test('needs a new hash when new ones cost more, once it is right', async () => {
    const hash = await passwords.hash('correct horse battery');
    expect(await passwords.verify('correct horse battery', hash)).toEqual({
      isRight: true,
      needsRehash: false,
    });
    expect(await dearer.verify('correct horse battery', hash)).toEqual({
      isRight: true,
      needsRehash: true,
    });
    expect((await dearer.verify('wrong horse battery', hash)).needsRehash).toBe(false);
    const rehashed = await dearer.hash('correct horse battery');
    expect((await dearer.verify('correct horse battery', rehashed)).needsRehash).toBe(false);
  });
});

test('A wrong password takes the same rounds for an unknown account, a cheap, a long and a damaged hash', async () => {
  const [usual, cheap, long] = await Promise.all([
    dearer.hash('correct horse battery'),
    passwords.hash('correct horse battery'),
    dearer.hash('long '.repeat(20)),
  ]);
  const compared = jest.spyOn(bcrypt, 'compare');
  for (const hash of [null, usual, cheap, long, 'damaged']) {
    compared.mockClear();
    await dearer.verify('wrong horse battery', hash);
    const rounds = compared.mock.calls.map(([, to]) => 2 ** Number(/^\$2b\$(\d\d)/.exec(to)?.[1]));
    expect(rounds.reduce((sum, each) => sum + each, 0)).toBe(2 ** (COST + 3));
  }
});

test('In a flood, two are hashed at a time, 32 wait, and the rest are told when to come back', async () => {
  const flooded = createPasswordsService({ cost: COST, shopName: 'Tea House' });
  let running = 0;
  let most = 0;
  const countRunning = async (data: string | Buffer, hash: string): Promise<unknown> => {
    most = Math.max(most, (running += 1));
    const isEqual = await compare(data, hash);
    running -= 1;
    return isEqual;
  };
  jest.spyOn(bcrypt, 'compare').mockImplementation(countRunning as (...args: unknown[]) => unknown);
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, () => flooded.verify('correct horse battery', null)),
  );
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused).toHaveLength(50 - 34);
  for (const { reason } of refused) {
    expect(reason).toMatchObject({
      code: 'service_unavailable',
      status: 503,
      headers: { 'Retry-After': '5' },
    });
  }
  expect(most).toBe(2);
  expect((await flooded.verify('correct horse battery', null)).isRight).toBe(false);
});
