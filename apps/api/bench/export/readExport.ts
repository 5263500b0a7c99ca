import { get, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { demo } from '../../src/config/demo.ts';

/** How a client reads the export of the server at a port; without bounds, to its end at once. */
export interface ExportReading {
  readonly port: number;
  /** After so many it leaves. */
  readonly records?: number;
  /** After so long it leaves. */
  readonly seconds?: number;
  readonly bytesPerSecond?: number;
}

/** What it has read, without the head of the file. */
export interface ExportRead {
  readonly bytes: number;
  readonly records: number;
}

function open(port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const path = '/api/v1/admin/products/export';
    const headers = { Authorization: `Bearer ${demo.adminApiKey}` };
    get({ host: '127.0.0.1', port, path, headers }, resolve).on('error', reject);
  });
}

async function read(how: ExportReading): Promise<ExportRead> {
  const { port, seconds = Infinity, bytesPerSecond = Infinity } = how;
  const most = how.records ?? Infinity;
  const until = performance.now() + seconds * 1000;
  let [bytes, records] = [0, -1];
  for await (const chunk of (await open(port)) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) records += 1;
    if (records >= most || performance.now() > until) break;
    if (bytesPerSecond < Infinity) await delay((chunk.length / bytesPerSecond) * 1000);
  }
  return { bytes, records };
}

// The bench forks this with what it wants.
const answer = await read(JSON.parse(process.argv[2] ?? '') as ExportReading);
process.send?.(answer, () => process.exit());
