import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { callerFolder } from '../config/caller.ts';
import { projectRoot } from '../config/paths.ts';
import type { ApplyReport } from '../services/shopConfig.service.ts';
import { writeOut } from '../utils/logger.ts';
import { readArguments, UsageError } from './commandLine.ts';
import { runInShop } from './commandShop.ts';
import { runMain, StartupError } from './fail.ts';
import { applyOutput } from './shopApplyOutput.ts';

// `npm run shop:apply`; in a container: node apps/api/dist/processes/shopApply.js

const USAGE = `Usage: npm run shop:apply [-- FILE] [--dry-run]

Sets up the shop's shipping zones, options and rates, its tax rates and its stock locations as FILE
says; without FILE: shop.config.yaml (or .yml, .json) here or at the project's root. All of it or
nothing; doing it again changes nothing. What the file has no part for is left alone.

  --dry-run  tell what would be added, changed and removed, and change nothing

Samples are in docs/guides/shop-config: us.yaml, eu.yaml, uk.yaml.
Exit code: 0 done, 1 the file has a problem or it failed, 64 wrong usage, 78 something is to be put
right first.
`;

const DEFAULT_NAMES = ['shop.config.yaml', 'shop.config.yml', 'shop.config.json'];

await runMain(async () => {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  if (positionals.length > 1) throw new UsageError('Name only one file.', USAGE);
  const file = findFile(positionals[0]);
  const dryRun = values['dry-run'];
  const name = path.basename(file);
  writeOut(applyOutput(await apply(readText(file), name, dryRun), name, dryRun));
});

function findFile(named: string | undefined): string {
  if (named !== undefined) return path.resolve(callerFolder(), named);
  const folders = [...new Set([path.resolve(callerFolder()), path.resolve(projectRoot)])];
  for (const folder of folders) {
    const found = DEFAULT_NAMES.map((name) => path.join(folder, name)).filter((candidate) =>
      statSync(candidate, { throwIfNoEntry: false })?.isFile(),
    );
    if (found.length > 1) {
      throw new StartupError(`Found ${found.join(' and ')}. Name the file to apply.`);
    }
    if (found[0] !== undefined) return found[0];
  }
  throw new StartupError(
    `There is no shop.config.yaml in ${folders.join(' or ')}. Copy a sample: cp docs/guides/shop-config/us.yaml shop.config.yaml`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartupError(`${file} cannot be read: ${String(error)}`);
  }
}

function apply(source: string, name: string, dryRun: boolean): Promise<ApplyReport> {
  return runInShop('shop:apply', ({ services }, ctx) =>
    services.shopConfig.apply(ctx, source, { name, dryRun }),
  );
}
