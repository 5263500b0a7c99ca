import { ImportOutput } from '../../scripts/importOutput.ts';
import { onShutdownSignal } from '../../src/processes/shutdown.ts';
import type { CatalogImportService } from '../../src/services/catalogImport.service.ts';
import type { Context } from '../../src/kernel/context.ts';
import { seedLarge } from './seedLarge.ts';

const INTERRUPTED = 130;

/** The command: {@link seedLarge}, with its progress on the terminal; Ctrl-C ends it in order. */
export async function runLargeSeed(
  ctx: Context,
  services: { catalogImport: CatalogImportService },
  products: number,
): Promise<void> {
  const interruption = new AbortController();
  onShutdownSignal(
    ['SIGINT', 'SIGTERM'],
    () => interruption.abort(),
    () => process.exit(INTERRUPTED),
  );
  const output = new ImportOutput();
  const report = await seedLarge(ctx, services, {
    products,
    signal: interruption.signal,
    onStart: (there) => {
      process.stdout.write(`${there} products of the large catalogue are there already.\n`);
    },
    onProgress: (soFar, missing) => {
      output.progress(soFar, soFar.products.created / missing);
    },
  });
  if (report === null) return;
  output.finish(report, 'the large catalogue');
  if (report.aborted) process.exitCode = INTERRUPTED;
}
