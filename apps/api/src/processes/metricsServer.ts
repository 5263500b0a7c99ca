import cluster from 'node:cluster';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Config } from '../config/index.ts';
import { listen, portOf, type PortSetting } from './listen.ts';

/** A running /metrics endpoint. */
export interface MetricsServer {
  port: number;
  close(): void;
}

/**
 * Serves /metrics on a port of its own, which a proxy to the API does not reach.
 * @param setting what to change when the port is taken.
 */
export async function startMetricsServer(
  host: string,
  port: number,
  collect: () => Promise<string>,
  setting: PortSetting = { variable: 'METRICS_PORT', port, hostVariable: 'METRICS_HOST' },
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    void answer(request, response, collect);
  });
  await listen(server, host, port, setting);
  return { port: portOf(server), close: () => closeServer(server) };
}

/** Serves the figures of a process that runs alone; those of a cluster's are shown by its primary. */
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

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  collect: () => Promise<string>,
): Promise<void> {
  if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
    response.writeHead(404).end();
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
