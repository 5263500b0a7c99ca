import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { disagreements } from '../../load-tests/runner/records.ts';
import { readPlan } from '../../load-tests/runner/plan.ts';
import { UsageError } from '../../src/processes/commandLine.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

/** Runs the npm script as npm would: in a shell, with this Node first on the PATH. */
async function runLoad(words: string, env: NodeJS.ProcessEnv) {
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { load: string };
  };
  const search = [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);
  const child = spawn(`${scripts.load} ${words}`, {
    shell: true,
    cwd: root,
    env: { PATH: search, HOME: process.env['HOME'], ...env },
  });
  const exited = once(child, 'exit');
  const [printed, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exited) as [number | null];
  return { code, printed, complaint };
}

test('without k6 npm run load says what is missing and how to get it, and starts nothing', async () => {
  const missing = path.join(root, 'no-such-k6');
  const { code, printed, complaint } = await runLoad('mix', { K6: missing });
  expect(code).toBe(78);
  expect(complaint).toContain(`${missing} cannot be run`);
  expect(complaint).toContain('go install go.k6.io/k6@latest');
  expect(complaint).toContain('K6=path');
  expect(printed).toBe('');
});

describe('A load test', () => {
  test('runs one of four scenarios, at the given rate and for the given time', () => {
    expect(readPlan(['mix', '--rate', '0.5', '--duration', '60', '--products', '50'])).toEqual({
      scenario: 'mix',
      rate: 0.5,
      seconds: 60,
      products: 50,
      save: false,
    });
  });

  test.each([
    [[], /which load/],
    [['everything'], /which load/],
    [['mix', 'smoke'], /which load/],
    [['mix', '--rate', '0'], /--rate must be a number/],
    [['mix', '--duration', ''], /--duration must be a number/],
    [['mix', '--base', 'ftp://127.0.0.1'], /--base must be an address/],
    [['mix', '--base', 'http://127.0.0.1:3000', '--save'], /--save/],
  ])('with the arguments %j is refused with the usage', (args, problem) => {
    expect(() => readPlan(args)).toThrow(UsageError);
    expect(() => readPlan(args)).toThrow(problem);
  });

  test.each([
    'http://127.0.0.1:3000',
    'http://localhost:3000/',
    'http://[::1]:3000',
    'http://127.1',
  ])('may go to %s, which is this machine', (base) => {
    expect(readPlan(['smoke', '--base', base]).base).toBe(new URL(base).origin);
  });

  test.each([
    'https://shop.example',
    'http://192.168.1.5:3000',
    'http://127.evil.example',
    'http://0.0.0.0',
  ])('goes to %s only on an explicit request', (base) => {
    expect(() => readPlan(['smoke', '--base', base])).toThrow(/is not this machine/);
    expect(readPlan(['smoke', '--base', base, '--allow-remote']).base).toBe(new URL(base).origin);
  });
});

describe('The database after a load test', () => {
  const records = { orders: 10, paidOrders: 9, money: 4500, pieces: 11 };
  const counts = {
    checkouts_sent: 11,
    checkouts_sold_out: 1,
    orders_placed: 10,
    confirmations_sent: 9,
    payments_confirmed: 9,
    money_confirmed: 4500,
    pieces_confirmed: 11,
  };

  test('agrees with the answers that k6 got', () => {
    expect(disagreements(counts, records)).toEqual([]);
  });

  test('disagrees when an order, a payment, a cent or a unit is too many or too few', () => {
    for (const change of [-1, 1]) {
      const off = Object.fromEntries(
        Object.entries(records).map(([name, value]) => [name, value + change]),
      ) as unknown as typeof records;
      expect(disagreements(counts, off)).toEqual([
        `orders: the shop has ${10 + change}, k6 knows of 10`,
        `paid orders: the shop has ${9 + change}, k6 knows of 9`,
        `money taken: the shop has ${4500 + change}, k6 knows of 4500`,
        `pieces sold: the shop has ${11 + change}, k6 knows of 11`,
      ]);
    }
  });

  test('may contain requests that were sent and not answered, and no others', () => {
    const unsure = { ...counts, checkouts_sent: 12, confirmations_sent: 10 };
    const more = { orders: 11, paidOrders: 10, money: 5000, pieces: 12 };
    expect(disagreements(unsure, more)).toEqual([]);
    expect(disagreements(unsure, { ...more, orders: 12, paidOrders: 11, money: 4499 })).toEqual([
      'orders: the shop has 12, k6 knows of 10 to 11',
      'paid orders: the shop has 11, k6 knows of 9 to 10',
      'money taken: the shop has 4499, k6 knows of 4500 or more',
    ]);
  });

  test('is empty after a load test that buys nothing', () => {
    expect(disagreements({}, { orders: 0, paidOrders: 0, money: 0, pieces: 0 })).toEqual([]);
  });
});
