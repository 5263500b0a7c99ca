import type { Context } from '../kernel/context.ts';
import type { ImportsService } from '../services/imports.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { runImportJob } from './imports.run.job.ts';

export async function runImport(
  ctx: Context,
  { importId }: JobPayload<typeof runImportJob>,
  { imports }: { imports: Pick<ImportsService, 'run'> },
): Promise<void> {
  await imports.run(ctx, importId);
}
