import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readTarget } from '../utils/requestTarget.ts';
import { strangerRefusal } from '../utils/strangers.ts';

/**
 * `/metrics`, for Prometheus. Not Express's: the primary process serves it too, and loads no more
 * than it needs.
 * @param host where it listens, by which strangers are told apart.
 */
export function metricsRoute(host: string, collect: () => Promise<string>): RequestListener {
  const shared = oneAtATime(collect);
  return (request, response) => void answer(request, response, host, shared);
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
