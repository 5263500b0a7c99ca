import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import express from 'express';
import type { CsvReply, RowsReply } from '../../src/kernel/reply.ts';
import { errorHandler } from '../../src/middleware/error.middleware.ts';
import { sendRows } from '../../src/routes/sendRows.ts';
import { createLeastRate } from '../../src/utils/leastRate.ts';

const logger = { error: jest.fn() };
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  logger.error.mockClear();
});

/** Serves rows. @returns the answer's head, as soon as it is there. */
async function ask(rows: AsyncIterable<unknown>, method = 'GET'): Promise<IncomingMessage> {
  return askReply({ status: 200, rows }, method);
}

async function askReply(
  reply: RowsReply | CsvReply,
  method = 'GET',
  clock?: { now: () => number },
): Promise<IncomingMessage> {
  const app = express();
  app.use(async (req, res) => sendRows(req, res, { cache: 'private' }, reply, clock));
  app.use(errorHandler(logger as never));
  const listening = createServer(app);
  server = listening;
  await new Promise<void>((resolve) => void listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, method, host: '127.0.0.1' }, resolve).on('error', reject);
  });
}

/** Rows of a kilobyte, with a count of those that were read and whether their end was told. */
function countedRows(limit: number, fails = false) {
  const seen = { read: 0, isClosed: false };
  async function* read() {
    try {
      for (; seen.read < limit; seen.read++) {
        if (seen.read % 500 === 0) await delay(1);
        yield { number: seen.read, text: 'x'.repeat(1000) };
      }
      if (fails) throw new Error('the database is gone');
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, rows: read() };
}

describe('Rows', () => {
  test('are sent as one JSON document on each line', async () => {
    const { rows, seen } = countedRows(3);
    const answer = await ask(rows);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'private, no-store',
      'transfer-encoding': 'chunked',
    });
    const lines = (await text(answer)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([0, 1, 2]);
    expect(seen.isClosed).toBe(true);
  });

  test('may be none', async () => {
    const answer = await ask(countedRows(0).rows);
    expect([answer.statusCode, await text(answer)]).toEqual([200, '']);
  });

  test('are read no faster than the client reads, and no further when it leaves', async () => {
    const { rows, seen } = countedRows(1_000_000);
    const answer = await ask(rows);
    answer.pause();
    // Until the buffers of both ends are full; all rows would be a gigabyte.
    let readSoFar = -1;
    while (seen.read > readSoFar && seen.read < 50_000) {
      readSoFar = seen.read;
      await delay(400);
    }
    expect(readSoFar).toBeLessThan(50_000);
    answer.destroy();
    for (let waited = 0; !seen.isClosed && waited < 100; waited++) await delay(20);
    expect(seen.isClosed).toBe(true);
    expect(logger.error).not.toHaveBeenCalled();
  });

  test('are broken off when the client takes none for a minute, and their source is told', async () => {
    const { rows, seen } = countedRows(1_000_000);
    let now = 0;
    const answer = await askReply({ status: 200, rows }, 'GET', { now: () => now });
    answer.pause();
    let readSoFar = -1;
    while (seen.read > readSoFar) {
      readSoFar = seen.read;
      await delay(400);
    }
    expect(seen.isClosed).toBe(false);
    now = 3_600_000;
    for (let waited = 0; !seen.isClosed && waited < 200; waited++) await delay(20);
    expect(seen.isClosed).toBe(true);
    expect(logger.error).not.toHaveBeenCalled();
    answer.destroy();
  });

  test.each([
    [16, false],
    [15, true],
  ])('of a client that takes %i KiB a second are too slow: %s', (kib, expected) => {
    let now = 0;
    const rate = createLeastRate({ bytesPerSecond: 16_384, seconds: 60, now: () => now });
    let isTooSlow = false;
    for (let second = 0; second < 2000; second++) {
      rate.wait();
      now += 1000;
      isTooSlow ||= rate.isTooSlow();
      rate.taken(kib * 1024);
      // What the shop takes to read more does not count.
      now += 5000;
    }
    expect(isTooSlow).toBe(expected);
  });

  test('break the connection off when they end in an error, so that a part is not taken for all', async () => {
    const answer = await ask(countedRows(2000, true).rows);
    expect(answer.statusCode).toBe(200);
    await expect(text(answer)).rejects.toThrow('aborted');
    for (let waited = 0; logger.error.mock.calls.length === 0 && waited < 100; waited++) {
      await delay(20);
    }
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  test('are a problem document when the first one fails', async () => {
    const answer = await ask(countedRows(0, true).rows);
    expect(answer.statusCode).toBe(500);
    expect(JSON.parse(await text(answer))).toMatchObject({ code: 'internal_error' });
  });

  test('are not sent to HEAD', async () => {
    const { rows, seen } = countedRows(1000);
    const answer = await ask(rows, 'HEAD');
    expect([answer.statusCode, await text(answer)]).toEqual([200, '']);
    expect(seen).toEqual({ read: 0, isClosed: true });
  });

  test('may be records of CSV, whose cells come out as they went in', async () => {
    const records = [
      ['Handle', 'Title'],
      ['a', 'plain'],
      ['b', 'a, b'],
      ['c', 'a "b" c'],
      ['d', 'two\nlines'],
      ['e', ' padded '],
      ['f', ''],
      ['g', '-10'],
      ['h', "'90s tee"],
    ];
    async function* read() {
      yield* records;
    }
    const answer = await askReply({ status: 200, csv: read(), fileName: 'products.csv' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="products.csv"',
    });
    expect(parse(await text(answer))).toEqual(records);
  });
});
