import type { Handlers, Shown } from '../kernel/route.ts';
import type { rootRoutes } from '../routes/root.routes.ts';
import { ok } from '../utils/response.ts';
import type { rootSchema } from '../validators/root.validator.ts';

type Links = Shown<typeof rootSchema>['_links'];

interface RootOptions {
  /** Of the API document. */
  readonly version: string;
  /** Called at the first request, when every domain has its routes. */
  readonly readLinks: () => Links;
}

/** The way into the API, which is the same for everyone. */
export function createRootController({
  version,
  readLinks,
}: RootOptions): Handlers<typeof rootRoutes> {
  let links: Links | undefined;
  return {
    getRoot: () => {
      links ??= readLinks();
      return Promise.resolve(ok({ name: 'Cartwright', version, _links: links }));
    },
  };
}
