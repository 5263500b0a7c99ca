import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { composedStatement, type None } from '../../src/db/statement.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { currentRequest, runWithRequestStore } from '../../src/kernel/requestStore.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { newId } from '../../src/kernel/ids.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

const addLocation = composedStatement<{ id: string }>(
  'test.addLocation',
  `INSERT INTO locations (id, handle, name) VALUES (:id, :id, :id)`,
);
const bump = composedStatement<{ handle: string }>(
  'test.bump',
  `UPDATE locations SET priority = priority + 1 WHERE handle = :handle`,
);

const ownBackend = composedStatement<None, { pid: number }>(
  'test.ownBackend',
  'SELECT pg_backend_pid() AS pid',
);

describe('A transaction', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  const context = () => createContext(database, { kind: 'system', id: 'test' }, 'req_test');

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase({ url: testDatabase.url, poolSize: 5 });
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  test('contains both SQL and Prisma, and neither survives a rollback', async () => {
    const ctx = context();
    const before = await ctx.db.prisma.location.count();
    const failing = inTransaction(ctx, async (ctx) => {
      await ctx.db.execute(addLocation, { id: newId('location') });
      await ctx.db.prisma.location.create({ data: location() });
      expect(await ctx.db.prisma.location.count()).toBe(before + 2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ctx.db.prisma.location.count()).toBe(before);
  });

  test('is invisible from outside before it commits', async () => {
    const outer = context();
    const before = await outer.db.prisma.location.count();
    await inTransaction(outer, async (ctx) => {
      await ctx.db.prisma.location.create({ data: location() });
      expect(await outer.db.prisma.location.count()).toBe(before);
    });
    expect(await outer.db.prisma.location.count()).toBe(before + 1);
  });

  test("also contains Prisma's nested writes", async () => {
    const ctx = context();
    const failing = inTransaction(ctx, async (ctx) => {
      await ctx.db.prisma.category.create({
        data: {
          ...category('parent'),
          children: { create: [category('child')] },
        },
      });
      expect(await ctx.db.prisma.category.count()).toBe(2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ctx.db.prisma.category.count()).toBe(0);
  });

  test('sees its own rows in Prisma while another one queries in the same tick', async () => {
    const ctx = context();
    let written = 0;
    const { promise: bothWritten, resolve } = Promise.withResolvers<void>();
    const writeAndFind = () =>
      inTransaction(ctx, async ({ db }) => {
        const { id } = await db.prisma.location.create({ data: location() });
        if ((written += 1) === 2) resolve();
        await bothWritten;
        const found = await db.prisma.location.findUnique({ where: { id } });
        return found?.id === id;
      });
    expect(await Promise.all([writeAndFind(), writeAndFind()])).toEqual([true, true]);
  });

  test('joins the open one', async () => {
    const ctx = context();
    const failing = inTransaction(ctx, async (outer) => {
      await inTransaction(outer, (inner) => inner.db.execute(addLocation, { id: 'joined' }));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ctx.db.prisma.location.count({ where: { id: 'joined' } })).toBe(0);
  });

  test('fails when its body has swallowed the error of a statement', async () => {
    const swallowing = inTransaction(context(), async (ctx) => {
      await ctx.db.execute(addLocation, { id: 'swallowed' });
      await ctx.db.execute(addLocation, { id: 'swallowed' }).catch(() => undefined);
      return 'done';
    });
    await expect(swallowing).rejects.toThrow('The transaction was rolled back');
  });

  test('fails when its connection breaks between two statements, without affecting others', async () => {
    const ctx = context();
    const broken = inTransaction(ctx, async (ctx) => {
      const [backend] = await ctx.db.query(ownBackend);
      await database.pool.query('SELECT pg_terminate_backend($1)', [backend?.pid]);
      await delay(100);
      await ctx.db.execute(addLocation, { id: newId('location') });
    });
    await expect(broken).rejects.toThrow(/[Cc]onnection/);
    expect(await ctx.db.query(ownBackend)).toHaveLength(1);
  });

  test('runs again after a deadlock', async () => {
    const ctx = context();
    for (const id of ['left', 'right']) await ctx.db.execute(addLocation, { id });
    let runs = 0;
    let holding = 0;
    // Each waits until the other has locked its first row, so that they deadlock on any machine.
    const { promise: bothHold, resolve: crossed } = Promise.withResolvers<void>();
    const cross = (first: string, second: string) =>
      inTransaction(ctx, async (ctx) => {
        runs += 1;
        await ctx.db.execute(bump, { handle: first });
        if ((holding += 1) === 2) crossed();
        await bothHold;
        await ctx.db.execute(bump, { handle: second });
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect(runs).toBeGreaterThan(2);
    const rows = await ctx.db.prisma.location.findMany({
      where: { id: { in: ['left', 'right'] } },
    });
    expect(rows.map(({ priority }) => priority)).toEqual([2, 2]);
  });

  test('counts its statements for the request, BEGIN and COMMIT included', async () => {
    const count = await runWithRequestStore('req_count', async () => {
      await inTransaction(context(), (ctx) => ctx.db.execute(bump, { handle: 'left' }));
      return currentRequest()?.statements;
    });
    expect(count).toBe(3);
  });

  test("counts Prisma's statements, including those of a nested write", async () => {
    const countOf = (work: (ctx: Context) => Promise<unknown>) =>
      runWithRequestStore('req_count', async () => {
        await inTransaction(context(), work);
        return currentRequest()?.statements;
      });
    expect(await countOf(({ db }) => db.prisma.location.count())).toBe(3);
    const data = { ...category('above'), children: { create: [category('below')] } };
    // SAVEPOINT, two INSERTs, a SELECT of what was written, RELEASE.
    expect(await countOf(({ db }) => db.prisma.category.create({ data }))).toBe(2 + 5);
  });

  test('always returns its connection', async () => {
    const ctx = context();
    await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) =>
        inTransaction(ctx, async () => {
          if (i % 2) throw new Error('no');
        }),
      ),
    );
    expect(database.pool.totalCount).toBe(database.pool.idleCount);
  });
});

function location() {
  const id = newId('location');
  return { id, handle: id, name: id };
}

function category(handle: string) {
  return { id: newId('category'), handle, name: handle, path: handle };
}
