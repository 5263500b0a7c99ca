import { withDeps } from '../utils/withDeps.ts';
import { deriveImage, type MediaDeps } from './media/deriveImage.ts';

export type { Derivative } from './media/deriveImage.ts';

export type MediaService = ReturnType<typeof createMediaService>;

/** The shop's pictures. */
export function createMediaService(deps: MediaDeps) {
  return withDeps(deps, { derive: deriveImage });
}
