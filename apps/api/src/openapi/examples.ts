import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiRoot } from '../config/paths.ts';

/** One recorded call of an operation at a running shop. */
export interface OperationExample {
  readonly request: {
    readonly params?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
    /** Header names in lower case. */
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    /** The headers that a client acts on. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
    /** The same answer in its other formats, by media type. */
    readonly others?: Readonly<Record<string, unknown>>;
  };
  /** Problem documents that the operation answered, by code. */
  readonly problems: Readonly<Record<string, unknown>>;
}

/** By `operationId`. */
export type Examples = Readonly<Record<string, OperationExample>>;

/** The file that `npm run openapi:examples` writes. */
export const examplesFile = path.join(apiRoot, 'openapi.examples.json');

/** Reads the recorded examples. They are large, so they are read only to make the document. */
export function readExamples(): Examples {
  return JSON.parse(readFileSync(examplesFile, 'utf8')) as Examples;
}
