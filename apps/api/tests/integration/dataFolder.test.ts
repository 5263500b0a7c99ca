import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareDataDir, tightenDataDir } from '../../src/db/embedded/dataDir.ts';
import { createTestDatabase } from '../helpers/database.ts';
import { startShop } from '../helpers/shop.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string) => statSync(file).mode & 0o1777;

/** A folder with a mode, whatever the umask. */
function folderWith(mode: number): string {
  const dir = mkdtempSync(path.join(folder, 'data-'));
  chmodSync(dir, mode);
  return dir;
}

describe('The data folder', () => {
  test('is created for its owner only, whatever the umask', () => {
    const before = process.umask(0);
    try {
      const dir = path.join(folder, 'above/data');
      prepareDataDir(dir);
      expect([modeOf(dir), modeOf(path.dirname(dir))]).toEqual([0o700, 0o700]);
    } finally {
      process.umask(before);
    }
  });

  test.each([0o755, 0o750, 0o777, 0o704, 0o770])('with mode %o is closed to others', (mode) => {
    const dir = folderWith(mode);
    tightenDataDir(dir);
    expect(modeOf(dir)).toBe(0o700);
  });

  test('keeps its mode where others may only traverse it, and where it is shared', () => {
    for (const mode of [0o700, 0o711, 0o1777]) {
      const dir = folderWith(mode);
      tightenDataDir(dir);
      expect(modeOf(dir)).toBe(mode);
    }
  });

  test('that does not exist is not created by a check', () => {
    const dir = path.join(folder, 'none');
    tightenDataDir(dir);
    expect(existsSync(dir)).toBe(false);
  });

  test('is closed to others at the start of a shop, also without embedded servers', async () => {
    const dataDir = folderWith(0o755);
    mkdirSync(path.join(dataDir, 'files'));
    const database = await createTestDatabase();
    const shop = await startShop(dataDir, {
      DATABASE_URL: database.url,
      STRIPE_SECRET_KEY: 'sk_test_shop',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_shop',
      STRIPE_WEBHOOK_SECRET: 'whsec_shop',
      STRIPE_API_BASE: 'http://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
    });
    expect(modeOf(dataDir)).toBe(0o700);
    await shop.stop();
    await database.drop();
  });
});
