import type { Context } from '../kernel/context.ts';
import type { MediaService } from '../services/media.service.ts';

export async function purgeMedia(
  ctx: Context,
  _payload: unknown,
  { media }: { media: Pick<MediaService, 'purge'> },
): Promise<void> {
  await media.purge(ctx);
}
