import { loadConfig } from '../src/config/index.ts';
import { openBucket, openFolder } from '../src/integrations/configuredStorage.ts';
import { readArguments, UsageError } from '../src/processes/commandLine.ts';
import { EX_USAGE } from '../src/processes/exitCodes.ts';
import { printableLines } from '../src/utils/printable.ts';
import { copyStorage } from './storageMove/copyStorage.ts';

// `npm run storage:move`: copies all files of the folder into the bucket, or back.

const USAGE = `Usage: npm run storage:move -- --to s3|disk

Copies all files of DATA_DIR/files into the bucket of S3_BUCKET, or all files of the bucket into the
folder. The shop may be open. Nothing is deleted, and a file is copied again only where the other
side has none of the same content: run it as often as you like, and once more after the switch.
Each file is read back, and compared by its SHA-256. Data exports are left out: they expire in days,
and people ask for them again. Reports of imports (private/imports/) that were deleted since the
first copy come back with a later one that is made from the side that still has them.

Exit code: 0 all files are there, 1 some are not (they are named), 64 wrong usage.
`;

const options = { to: { type: 'string' } } as const;

try {
  const { to } = readArguments(USAGE, { options }).values;
  if (to !== 's3' && to !== 'disk') throw new UsageError('--to must be s3 or disk', USAGE);
  const config = loadConfig();
  const { s3 } = config.storage;
  if (s3 === undefined) throw new UsageError('S3_BUCKET is not set', USAGE);
  const folder = openFolder(config);
  const bucket = openBucket(config, s3);
  const [from, target] = to === 's3' ? [folder, bucket] : [bucket, folder];
  await target.check();
  const say = (line: string) => void process.stdout.write(`${printableLines(line)}\n`);
  const { failed } = await copyStorage(from, target, say);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${printableLines(message)}\n`);
  process.exitCode = error instanceof UsageError ? EX_USAGE : 1;
}
