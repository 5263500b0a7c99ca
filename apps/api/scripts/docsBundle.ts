import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { bundleFolder } from '../src/openapi/reference.ts';

/**
 * Extracts Scalar's script from its package and stores it, compressed, in apps/api/assets/scalar:
 * the reference needs this one file, and the package would bring some 270 others. npm checks the
 * package against the registry's hash.
 */
const run = promisify(execFile);
const PACKAGE = '@scalar/api-reference';
const version = process.argv[2] ?? 'latest';

const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-scalar-'));
try {
  const spec = `${PACKAGE}@${version}`;
  const { stdout } = await run('npm', ['pack', spec, '--json', '--pack-destination', folder]);
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, Packed>);
  if (!packed) throw new Error(`npm packed nothing for ${spec}`);
  await run('tar', ['-xzf', path.join(folder, packed.filename), '-C', folder]);
  await keep(path.join(folder, 'package'), packed);
  process.stdout.write(`Kept ${PACKAGE} ${packed.version}.\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The members of npm's output that this script reads. */
interface Packed {
  readonly filename: string;
  readonly version: string;
  readonly integrity: string;
}

async function keep(source: string, packed: Packed): Promise<void> {
  const script = await readFile(path.join(source, 'dist/browser/standalone.js'));
  const compressed = await promisify(brotliCompress)(script, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: script.length,
    },
  });
  const origin = {
    package: PACKAGE,
    version: packed.version,
    file: 'dist/browser/standalone.js',
    integrity: packed.integrity,
    sha256: createHash('sha256').update(script).digest('hex'),
  };
  await mkdir(bundleFolder, { recursive: true });
  await writeFile(path.join(bundleFolder, 'standalone.js.br'), compressed);
  await writeFile(path.join(bundleFolder, 'origin.json'), `${JSON.stringify(origin, null, 2)}\n`);
}
