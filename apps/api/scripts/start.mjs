// The entry of `npm start` and `npm run dev`. It is plain JavaScript because a Node that is too old
// could not even read a TypeScript file to say so.
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

/** Node would make it, and the data folder above it, for everybody to read. */
function makeForOwnerAlone(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // A project's folder that cannot be written to has no cache.
  }
}

/**
 * Whoever ends npm means the shop. npm hands SIGTERM on to the shell that it runs the script in, and
 * that shell (dash) just dies of it: we see that our parent is another one, and drain.
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
