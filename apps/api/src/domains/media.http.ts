import type { Container } from '../container.ts';
import { createMediaController } from '../controllers/media.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { mediaRoutes } from '../routes/media.routes.ts';

export const routes = ({ services, config }: Container) =>
  bindRoutes(
    mediaRoutes,
    createMediaController({ media: services.media, mediaUrl: config.http.mediaUrl }),
  );
