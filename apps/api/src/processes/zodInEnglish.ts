import { registerHooks } from 'node:module';

/** What zod exports as `z.locales`: its messages in some fifty languages. */
const ALL_LOCALES = '/zod/v4/locales/index.js';
const ENGLISH = 'data:text/javascript,export{}';

/**
 * Loads zod without its messages in other languages, which answers never use: 2 MiB of each process.
 * English is loaded on its own; only `z.locales` is empty.
 */
export async function loadZodInEnglish(): Promise<void> {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url.endsWith(ALL_LOCALES) ? { ...found, url: ENGLISH } : found;
    },
  });
  await import('zod');
  hooks.deregister();
}
