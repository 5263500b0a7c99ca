import type { JestEnvironment } from '@jest/environment';
import { ModuleMocker } from 'jest-mock';

/** Where Jest stores the argument of `jest.setTimeout`. */
const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
/** Variables that libraries set as they are loaded: sharp. */
const ofLibraries: ReadonlySet<string> = new Set(['VIPSHOME']);

/**
 * Test files run in Node itself, not in a VM context for each: a worker loads, compiles and
 * optimizes a module once, not once for each test file. What a file leaves behind is the next
 * file's, so `teardown` undoes what Jest changed and refuses changed variables of the environment.
 */
export default class PlainEnvironment implements JestEnvironment {
  readonly global = globalThis as unknown as JestEnvironment['global'];
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimers = null;
  readonly fakeTimersModern = null;
  readonly #before = {
    console: globalThis.console,
    exit: Object.getOwnPropertyDescriptor(process, 'exit'),
    env: { ...process.env },
  };

  getVmContext(): null {
    return null;
  }

  setup(): Promise<void> {
    Reflect.deleteProperty(globalThis, TIMEOUT);
    return Promise.resolve();
  }

  /** @throws when the test file has changed a variable and not put it back. */
  teardown(): Promise<void> {
    const { console, exit, env } = this.#before;
    globalThis.console = console;
    if (exit) Object.defineProperty(process, 'exit', exit);
    const changed = Object.keys({ ...env, ...process.env }).filter(
      (name) => process.env[name] !== env[name] && !ofLibraries.has(name),
    );
    if (changed.length === 0) return Promise.resolve();
    for (const name of changed) restore(name, env[name]);
    return Promise.reject(new Error(`The test file leaves ${changed.join(', ')} changed`));
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
