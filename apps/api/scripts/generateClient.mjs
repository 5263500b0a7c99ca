// Generates the Prisma client when it is missing or older than the schema. `npm ci` runs it
// (postinstall), so it is plain JavaScript for whatever Node the host has, and silent when there is
// nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const schema = path.join(root, 'prisma', 'schema');
const stamp = path.join(root, 'src', 'db', 'generated', '.stamp');
const prisma = findPrisma();

// A production image has neither: its client is compiled into dist/.
if (prisma && existsSync(schema)) generate(prisma);

function findPrisma() {
  try {
    return createRequire(import.meta.url).resolve('prisma/package.json');
  } catch {
    return undefined;
  }
}

/** @param {string} manifest path of Prisma's package.json */
function generate(manifest) {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const hash = createHash('sha256').update(`${version}\n`);
  for (const name of readdirSync(schema).sort())
    hash.update(`${name}\n`).update(readFileSync(path.join(schema, name)));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(path.dirname(manifest), 'build', 'index.js'), 'generate', '--schema', schema],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        // `generate` does not run the schema engine, but downloads it unless it is told where it
        // is.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  if (status !== 0) {
    process.stderr.write(`The Prisma client could not be generated:\n${stdout}${stderr}\n`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
