// The entry of `npm start` and `npm run dev`. It is plain JavaScript because a Node that is too old
// could not even read a TypeScript file to say so.
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
nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../.data/compile-cache', import.meta.url)),
);
await import('../src/cluster.ts');
