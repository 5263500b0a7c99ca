import { setTimeout as delay } from 'node:timers/promises';
import { runDoctorCommand } from '../../load-tests/runner/shop.ts';
import { buy } from '../../scripts/buy.ts';
import { oddRequest } from './requests.ts';
import { send } from './send.ts';
import { openShop, type FuzzedPort, type FuzzedShop } from './shop.ts';

const CLIENTS = 12;
const WATCH_MS = 1000;
/** The shop first derives the pictures of the catalogue. */
const PAID_MS = 240_000;
/** For connections that are still open, and for data in transit. */
const REST_MS = 2000;
/** The length that is shown of a request; its seed and number reproduce it. */
const SHOWN = 300;
/** Further ones are only counted. */
const MOST_FAULTS = 20;

interface FuzzOptions {
  /** A new folder for all files of the run. */
  readonly folder: string;
  readonly seed: number;
  /** How long requests are sent; milliseconds. */
  readonly forMs: number;
  /** The memory limit of each process; MiB. */
  readonly mostMiB: number;
}

/** The result of a run. */
interface FuzzReport {
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly largestMiB: number;
  /** The failures, as sentences. */
  readonly faults: readonly string[];
}

/**
 * Sends malformed requests to every port of a shop and checks that no process ends, no response is a
 * server error but 503, memory stays within bounds, and the shop still sells.
 */
export async function fuzzPorts(options: FuzzOptions): Promise<FuzzReport> {
  const shop = await openShop(options.folder);
  try {
    const run = new Run(options, shop);
    await run.sendAll();
    await delay(REST_MS);
    return await run.judge();
  } finally {
    await shop.stop();
  }
}

class Run {
  readonly #options: FuzzOptions;
  readonly #shop: FuzzedShop;
  readonly #faults: string[] = [];
  readonly #statuses = new Map<number, number>();
  #next = 0;
  #largestMiB = 0;

  constructor(options: FuzzOptions, shop: FuzzedShop) {
    this.#options = options;
    this.#shop = shop;
  }

  async sendAll(): Promise<void> {
    const end = Date.now() + this.#options.forMs;
    const watch = setInterval(() => this.#weigh(), WATCH_MS);
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (Date.now() < end && this.#faults.length < MOST_FAULTS) await this.#sendNext();
    });
    await Promise.all(clients);
    clearInterval(watch);
  }

  async judge(): Promise<FuzzReport> {
    this.#weigh();
    if (this.#largestMiB > this.#options.mostMiB) {
      this.#faults.push(`A process has grown to ${Math.round(this.#largestMiB)} MiB`);
    }
    this.#faults.push(...(await this.#shop.accidents()));
    await this.#attempt('The shop no longer sells', () =>
      buy(this.#shop.base, { paidWithinMs: PAID_MS }),
    );
    await this.#attempt('The doctor could not look', async () => {
      const { healthy, findings } = await runDoctorCommand(this.#shop.dataDir);
      const broken = findings.filter(({ state }) => state !== 'ok').map(({ title }) => title);
      if (!healthy) this.#faults.push(`The doctor finds: ${broken.join('; ')}`);
    });
    return {
      requests: this.#next,
      statuses: this.#statuses,
      largestMiB: this.#largestMiB,
      faults: this.#faults,
    };
  }

  async #sendNext(): Promise<void> {
    const n = this.#next++;
    const door = this.#shop.doors[n % this.#shop.doors.length] as FuzzedPort;
    const request = oddRequest(this.#options.seed, n, door.speaks);
    for (const status of await send(door.port, request)) {
      this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
      if (status < 500 || status === 503) continue;
      const shown = JSON.stringify(request.bytes.toString('latin1')).slice(0, SHOWN);
      this.#faults.push(
        `The ${door.name} answered ${status} to request ${n} of seed ${this.#options.seed} (${request.manner}): ${shown}`,
      );
    }
  }

  #weigh(): void {
    this.#largestMiB = Math.max(this.#largestMiB, this.#shop.largestMiB());
  }

  async #attempt(fault: string, what: () => Promise<void>): Promise<void> {
    try {
      await what();
    } catch (error) {
      this.#faults.push(`${fault}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
