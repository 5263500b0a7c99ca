// The entry of `npm start` and `npm run dev`. It is plain JavaScript because a Node that is too old
// could not read a TypeScript file to report it.
import { mkdirSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Cartwright needs Node 22.18 or newer, and this is Node ${process.versions.node}.\n` +
      'npm ci installs a Node 24 for the npm scripts (the package "node" in devDependencies).\n' +
      'If that was left out, run npm ci again without --omit=dev, or install Node 24 from https://nodejs.org.\n',
  );
  process.exit(1);
}
const compileCache = fileURLToPath(new URL('../../../.data/compile-cache', import.meta.url));
makeForOwnerAlone(compileCache);
nodeModule.enableCompileCache(compileCache);
endWithNpm();
await import('../src/cluster.ts');

/** Node would create it, and the data folder above it, readable for everyone. */
function makeForOwnerAlone(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // A project folder that is not writable has no cache.
  }
}

/**
 * A signal to npm is meant for the shop. npm passes SIGTERM to the shell that runs the script, which
 * kills the shell (dash): the changed parent process is the signal to drain.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
