import { inTransaction } from '../../src/db/transaction.ts';
import type { Context } from '../../src/kernel/context.ts';
import { createAuditService } from '../../src/services/audit.service.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { doctor } from '../helpers/doctor.ts';

let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const query = (sql: string, values: unknown[] = []) =>
  shop.container.database.pool.query(sql, values);

const record = (ctx: Context, subject: string, reason = 'for the test') =>
  shop.container.services.audit.record(ctx, { action: 'test.act', subject, reason });

const seal = () => shop.container.services.audit.seal(shop.ctx);

async function entryOf(subject: string) {
  const { rows } = await query('SELECT * FROM audit_entries WHERE subject = $1', [subject]);
  return rows[0] as Record<string, unknown>;
}

async function findings() {
  const { findings } = await doctor.examine(shop.ctx);
  return findings.filter(({ id, state }) => id.startsWith('A') && state !== 'ok');
}

describe('The audit log', () => {
  test('keeps who did what, from where and for which request, before and after', async () => {
    const actor = { kind: 'staff', id: 'usr_1' } as const;
    const ctx = { ...shop.ctx, actor, requestId: 'req_1', clientAddress: '203.0.113.7' };
    await shop.container.services.audit.record(ctx, {
      action: 'test.act',
      subject: 'members',
      reason: 'asked for',
      details: { at: new Date(0), none: undefined },
      before: { note: 'a', password: 'hunter2hunter2' },
      after: { note: 'b', password: 'correct horse battery' },
    });
    expect(await entryOf('members')).toMatchObject({
      actor: 'staff:usr_1',
      action: 'test.act',
      reason: 'asked for',
      details: { at: '1970-01-01T00:00:00.000Z' },
      before: { note: 'a', password: '[secret]' },
      after: { note: 'b', password: '[secret]' },
      ip: '203.0.113.7',
      request_id: 'req_1',
      seal: null,
    });
  });

  test('is written with the act or not at all', async () => {
    const failed = inTransaction(shop.ctx, async (ctx) => {
      await record(ctx, 'rolled back');
      throw new Error('the act failed');
    });
    await expect(failed).rejects.toThrow('the act failed');
    expect(await entryOf('rolled back')).toBeUndefined();
  });

  test('takes no other time, and no seal, from who inserts a row', async () => {
    await query(`INSERT INTO audit_entries (id, actor, action, subject, reason, created_at, seal,
        position, personal_digest)
      VALUES ('aud_old', 'staff:x', 'test.act', 'backdated', '', '2020-01-01', 1, 1, 'x')`);
    const { created_at: at, seal, personal_digest: digest } = await entryOf('backdated');
    expect(Date.now() - (at as Date).getTime()).toBeLessThan(60_000);
    expect([seal, digest]).toEqual([null, null]);
  });

  test('is sealed once, in batches, each following the one before', async () => {
    await seal();
    await inTransaction(shop.ctx, async (ctx) => {
      for (let i = 0; i < 1500; i++) await record(ctx, `many ${i}`);
    });
    const [first, second, ...others] = await seal();
    expect(others).toEqual([]);
    expect(second?.number).toBe((first?.number ?? 0) + 1);
    expect(await seal()).toEqual([]);
    const { rows } = await query(
      'SELECT entries, previous_hash FROM audit_seals ORDER BY number DESC LIMIT 2',
    );
    expect(rows.map(({ entries }: { entries: number }) => entries)).toEqual([500, 1000]);
    expect(rows[0]).toMatchObject({ previous_hash: first?.hash });
    expect(await findings()).toEqual([]);
  });

  test('seals what commits late by a later seal', async () => {
    await record(shop.ctx, 'before');
    await inTransaction(shop.ctx, async (ctx) => {
      await record(ctx, 'late');
      await record(shop.ctx, 'after');
      await seal();
      expect(await entryOf('late')).toBeUndefined();
    });
    const earlier = await entryOf('after');
    await seal();
    const late = await entryOf('late');
    expect(late['seal']).toBe(Number(earlier['seal']) + 1);
    expect(await findings()).toEqual([]);
  });

  test('refuses to change what was sealed, and to seal it again', async () => {
    await record(shop.ctx, 'sealed');
    await seal();
    for (const change of [
      'seal = seal + 1',
      'seal = NULL',
      'position = 9',
      `reason = ''`,
      'erased_at = now()',
      `reason = '', details = '{}', before = NULL, after = NULL, ip = NULL, salt = NULL, erased_at = now()`,
    ]) {
      const changed = query(`UPDATE audit_entries SET ${change} WHERE subject = 'sealed'`);
      await expect(changed).rejects.toThrow(/append-only/);
    }
  });
});

describe('Personal data in the audit log', () => {
  test('is erased by the marked function alone, and the chain stays whole', async () => {
    const { audit } = shop.container.services;
    const ctx = { ...shop.ctx, clientAddress: '198.51.100.9' };
    for (const action of ['customer.change', 'customer.merge']) {
      await audit.record(ctx, {
        action,
        subject: 'cus_erased',
        reason: 'Ada Lovelace called',
        before: { email: 'ada@example.com' },
        after: { email: 'countess@example.com' },
      });
    }
    const erasure = { subject: 'dreq_1', reason: 'asked for', subjects: ['cus_erased'] };
    expect(await audit.erase(shop.ctx, erasure)).toBe(2);
    expect(await audit.erase(shop.ctx, erasure)).toBe(0);
    const { rows } = await query(`SELECT * FROM audit_entries WHERE subject = 'cus_erased'`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/Ada|example\.com|198\.51/);
    expect(await findings()).toEqual([]);
    expect(await entryOf('dreq_1')).toMatchObject({
      action: 'audit.erase',
      details: { entries: rows.map(({ id }: { id: string }) => id).toSorted() },
    });
  });

  test('leaves a digest that no one can guess from, since its salt is gone', async () => {
    const { rows } = await query(
      `SELECT salt, personal_digest FROM audit_entries WHERE subject = 'cus_erased'`,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toEqual({ salt: null, personal_digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    }
  });
});

describe('Signatures of seals', () => {
  const serviceWith = (...signingSecrets: string[]) =>
    createAuditService({ cursorSecret: '', signingSecrets });
  const forgedWith = async (...secrets: string[]) =>
    (await serviceWith(...secrets).forgedSeals(shop.ctx)).forged.map(({ wrong }) => wrong);

  test('are verified with each secret, and only follow a rotation one way', async () => {
    const demo = shop.container.config.auditSecrets[0] ?? '';
    expect(await forgedWith(demo)).toEqual([]);
    await record(shop.ctx, 'rotated');
    await serviceWith('new', demo).seal(shop.ctx);
    expect(await forgedWith('new', demo)).toEqual([]);
    // The old one alone knows nothing of the new.
    expect(await forgedWith(demo)).toEqual([expect.stringContaining('AUDIT_SECRETS lacks')]);
    // A process that was not restarted yet leaves the chain to those that were.
    await record(shop.ctx, 'with the old secret');
    await expect(serviceWith(demo).seal(shop.ctx)).rejects.toThrow('AUDIT_SECRETS lacks');
    expect(await forgedWith('new', demo)).toEqual([]);
    // One who has stolen the old secret cannot go on with it.
    await serviceWith(demo, 'new').seal(shop.ctx);
    expect(await forgedWith('new', demo)).toEqual(['signed with a key that was replaced before']);
  });
});
