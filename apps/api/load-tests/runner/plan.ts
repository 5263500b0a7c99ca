import { isIP } from 'node:net';
import { readArguments, UsageError } from '../../src/processes/commandLine.ts';

export const scenarios = ['smoke', 'browse', 'purchase', 'mix'] as const;
type Scenario = (typeof scenarios)[number];

/** The parameters of a load test. */
export interface Plan {
  readonly scenario: Scenario;
  /** Iterations a second; the script's default when not given. */
  readonly rate?: number;
  readonly seconds?: number;
  /** The number of products in the started shop. */
  readonly products: number;
  /** A shop that runs already, instead of a new one. */
  readonly base?: string;
  /** Whether the summary is kept in `results/`. */
  readonly save: boolean;
}

const USAGE = `Usage: npm run load -- ${scenarios.join('|')} [--rate N] [--duration SECONDS] [--products N] [--save]
       npm run load -- ${scenarios.join('|')} --base URL [--rate N] [--duration SECONDS]

Starts a shop in an empty folder, runs k6 against it, reports whether every threshold was
kept, and compares the shop's records with what k6 has seen. The shop has WEB_CONCURRENCY HTTP workers
(default 2), writes its log as JSON, limits no rate, and listens on PORT (default: a free one).

  --rate N         iterations a second (smoke 1, browse 100, purchase 5, mix 50)
  --duration N     seconds (default 30)
  --products N     products of three variants each in its catalogue (default 1000)
  --save           keeps the summary in apps/api/load-tests/results/
  --base URL       loads a shop that runs already, on this machine; its records are not compared
  --allow-remote   with --base: also one on another machine. Only if it is yours to load.

k6 is looked for on the PATH, or where K6 says.
`;

const options = {
  rate: { type: 'string' },
  duration: { type: 'string' },
  products: { type: 'string', default: '1000' },
  base: { type: 'string' },
  'allow-remote': { type: 'boolean', default: false },
  save: { type: 'boolean', default: false },
} as const;

/** Reads the plan from the command line. @throws {UsageError} with the mistake. */
export function readPlan(args: string[] = process.argv.slice(2)): Plan {
  const { values, positionals } = readArguments(USAGE, { args, options, allowPositionals: true });
  const [scenario, ...more] = positionals;
  if (!isScenario(scenario) || more.length > 0) {
    throw new UsageError(`Say which load: ${scenarios.join(', ')}.`, USAGE);
  }
  if (values.base !== undefined && values.save) {
    throw new UsageError(
      '--save is for a shop that is started here: of another, no one knows what it is.',
      USAGE,
    );
  }
  return {
    scenario,
    ...(values.rate !== undefined && { rate: readNumber('rate', values.rate, 0.01, 100_000) }),
    ...(values.duration !== undefined && {
      seconds: readNumber('duration', values.duration, 1, 86_400),
    }),
    products: Math.trunc(readNumber('products', values.products, 1, 9_999_999)),
    ...(values.base !== undefined && { base: readBase(values.base, values['allow-remote']) }),
    save: values.save,
  };
}

function isScenario(word: string | undefined): word is Scenario {
  return scenarios.some((scenario) => scenario === word);
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new UsageError(
    `--${name} must be a number from ${least} to ${most}, and is "${text}".`,
    USAGE,
  );
}

function readBase(text: string, allowsRemote: boolean): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError(
      `--base must be an address such as http://127.0.0.1:3000, and is "${text}".`,
      USAGE,
    );
  }
  if (!allowsRemote && !isLoopback(url.hostname)) {
    throw new UsageError(
      `${url.hostname} is not this machine. If it is yours to load: --allow-remote`,
      USAGE,
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** `URL` has already written every form of an IPv4 address as four decimal numbers. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
}
