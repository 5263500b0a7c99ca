import { createServer } from 'node:http';
import { buildChain, partsOf } from '../../src/app.ts';
import { loadConfig } from '../../src/config/index.ts';
import { createContainer } from '../../src/container.ts';
import { portOf } from '../../src/processes/listen.ts';

/**
 * The shop's application with a middleware chain that can be cut: after so many links, every request
 * gets the same short answer. It runs in a separate process, which its parent controls by messages.
 */
export interface Cut {
  links: number;
}
export interface Ready {
  port: number;
  /** Of all links, as the router has them. */
  names: string[];
}
/** Milliseconds of CPU so far. */
export interface Used {
  cpu: number;
}

const BODY = Buffer.from(JSON.stringify({ data: 'x'.repeat(1000) }));

const container = await createContainer(loadConfig());
const app = buildChain(container, partsOf(container));
const { stack } = app.router;
app.router.stack = [];
app.use((_req, res) => {
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Content-Length', BODY.length);
  res.end(BODY);
});
const end = app.router.stack;

const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  process.send?.({
    port: portOf(server),
    names: stack.map(({ name }) => name),
  } satisfies Ready);
});
process.on('message', ({ links }: Cut) => {
  app.router.stack = [...stack.slice(0, links), ...end];
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000 } satisfies Used);
});
