import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../config/paths.ts';

/** What was recorded of one operation when it was called at a running shop. */
export interface OperationExample {
  readonly request: {
    readonly params?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
    /** Names in lower case. */
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    /** Those that a client acts on. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  /** By code: the problem document of a request that was refused with it. */
  readonly problems: Readonly<Record<string, unknown>>;
}

/** By operation. */
export type Examples = Readonly<Record<string, OperationExample>>;

/** Where `npm run openapi:examples` writes them. */
export const examplesFile = path.join(apiRoot, 'openapi.examples.json');

/** The recorded examples. They are large, and read only when the document is made. */
export function readExamples(): Examples {
  return JSON.parse(readFileSync(examplesFile, 'utf8')) as Examples;
}
