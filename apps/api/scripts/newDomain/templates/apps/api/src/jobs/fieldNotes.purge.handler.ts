import type { Context } from '../kernel/context.ts';
import type { FieldNotesService } from '../services/fieldNotes.service.ts';

export async function purgeFieldNotes(
  ctx: Context,
  _payload: unknown,
  { fieldNotes }: { fieldNotes: FieldNotesService },
): Promise<void> {
  await fieldNotes.purge(ctx);
}
