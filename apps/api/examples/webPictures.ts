import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { buildApp } from '../src/app.ts';
import { demo } from '../src/config/demo.ts';
import { createContainer } from '../src/container.ts';
import { createHttpServer } from '../src/processes/httpServer.ts';
import { loadConfigWithKeys } from '../src/processes/keys.ts';
import { webPictures } from '../tests/helpers/webPictures.ts';
import type { ShopPlace } from './people.ts';

/** Has one more process of a running shop, for which each address of the web gives a picture. */
export async function withWebPictures<T>(
  place: ShopPlace,
  work: (base: string) => Promise<T>,
): Promise<T> {
  const config = await loadConfigWithKeys({ ...place, ADMIN_API_KEY: demo.adminApiKey });
  const container = await createContainer(config, { remoteFiles: webPictures });
  const server = createHttpServer(buildApp(container), config.http);
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
    await container.close();
  }
}
