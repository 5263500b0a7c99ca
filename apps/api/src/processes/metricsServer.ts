import cluster from 'node:cluster';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Config } from '../config/index.ts';
import { readTarget } from '../utils/requestTarget.ts';
import { strangerRefusal } from '../utils/strangers.ts';
import { listen, portOf, type PortSetting } from './listen.ts';

/** Closes the connection of a client that sends nothing. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** A running /metrics endpoint. */
export interface MetricsServer {
  port: number;
  close(): void;
}

/**
 * Serves /metrics on a separate port, which a proxy to the API does not reach.
 * @param setting the variable to change when the port is taken.
 */
export async function startMetricsServer(
  host: string,
  port: number,
  collect: () => Promise<string>,
  setting: PortSetting = { variable: 'METRICS_PORT', port, hostVariable: 'METRICS_HOST' },
): Promise<MetricsServer> {
  const shared = oneAtATime(collect);
  const server = createServer(LIMITS, (request, response) => {
    void answer(request, response, host, shared);
  });
  await listen(server, host, port, setting);
  return { port: portOf(server), close: () => closeServer(server) };
}

/** Serves the metrics of a process that runs alone; the primary serves those of a cluster. */
export async function startOwnMetrics(
  { http }: Config,
  registry: Registry,
): Promise<MetricsServer | undefined> {
  if (cluster.isWorker) return undefined;
  return await startMetricsServer(http.metricsHost, http.metricsPort, () => registry.metrics());
}

function closeServer(server: Server): void {
  server.close();
  server.closeAllConnections();
}

/** Concurrent requests share one collection, since each collection queries every process. */
function oneAtATime(collect: () => Promise<string>): () => Promise<string> {
  let running: Promise<string> | undefined;
  return () => {
    running ??= collect().finally(() => (running = undefined));
    return running;
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  host: string,
  collect: () => Promise<string>,
): Promise<void> {
  const status = refusedWith(request, host);
  if (status !== undefined) {
    response.writeHead(status).end();
    return;
  }
  try {
    const text = await collect();
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(text);
  } catch {
    response.writeHead(503).end('A process did not answer in time\n');
  }
}

/** On a network, a scraper uses the network's name for this machine. */
function refusedWith({ url = '', method, headers }: IncomingMessage, host: string) {
  const target = readTarget(url);
  if (!target) return 400;
  const { path, authority } = target;
  const own = { boundTo: host, anyOnNetwork: true };
  const refusal = strangerRefusal({ method, headers, authority }, own);
  if (refusal) return refusal.status;
  return path === '/metrics' && (method === 'GET' || method === 'HEAD') ? undefined : 404;
}
