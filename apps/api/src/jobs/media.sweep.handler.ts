import type { Context } from '../kernel/context.ts';
import type { MediaService } from '../services/media.service.ts';

export async function sweepMedia(
  ctx: Context,
  _payload: unknown,
  { media }: { media: Pick<MediaService, 'sweep'> },
): Promise<void> {
  await media.sweep(ctx);
}
