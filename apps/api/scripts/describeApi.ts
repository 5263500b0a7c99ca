import { loadConfig } from '../src/config/index.ts';
import { createContainer } from '../src/container.ts';
import { buildDocument } from '../src/openapi/document.ts';
import type { Examples } from '../src/openapi/examples.ts';
import { apiRoutes } from '../src/routes/index.ts';

/** The API document of this version. It connects to nothing: it only reads the routes. */
export async function describeApi(examples: Examples): Promise<ReturnType<typeof buildDocument>> {
  const container = await createContainer(
    loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://127.0.0.1:1/none' }),
  );
  try {
    return buildDocument(apiRoutes(container), examples);
  } finally {
    await container.close();
  }
}
