import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Preloaded into a process (`--import`): at its end it writes the addresses of all modules that were
// loaded, a line each, into the file that LOADED_MODULES names.

const loaded = new Set<string>();
registerHooks({
  load(url, context, nextLoad) {
    loaded.add(url);
    return nextLoad(url, context);
  },
});
process.on('exit', () => {
  const file = process.env['LOADED_MODULES'];
  if (file !== undefined) writeFileSync(file, [...loaded].join('\n'));
});
