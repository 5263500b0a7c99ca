import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type JestRuntime from 'jest-runtime';

const require = createRequire(import.meta.url);
// Its types are those of the CommonJS build, whose default export is a member.
const { default: Runtime } = require('jest-runtime') as typeof JestRuntime;

type Runtime = InstanceType<typeof Runtime>;

/** Lets Node load test files and their imports, as it loads the shop: see {@link PlainEnvironment}. */
export default class PlainRuntime extends Runtime {
  readonly #testFile: string;

  constructor(...given: ConstructorParameters<typeof Runtime>) {
    // The constructor gives `process` a getBuiltinModule that loads into a VM context.
    const before = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule');
    super(...given);
    if (before) Object.defineProperty(process, 'getBuiltinModule', before);
    this.#testFile = given[6];
  }

  override unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  override async unstable_importModule(file: string): Promise<void> {
    await import(pathToFileURL(file).href);
  }

  /** Loads jest-circus once more for each test file, since it keeps the file's tests and listeners. */
  override requireInternalModule: Runtime['requireInternalModule'] = (file: string) => {
    Reflect.deleteProperty(require.cache, file);
    return require(file);
  };

  override setGlobalsForRuntime(globals: Parameters<Runtime['setGlobalsForRuntime']>[0]): void {
    super.setGlobalsForRuntime(globals);
    Object.assign(globalThis, this.requireModuleOrMock<object>(this.#testFile, '@jest/globals'));
  }
}
