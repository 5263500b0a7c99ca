import express from 'express';

/**
 * The floor of a warm read: an Express application that does nothing but send the bytes that the
 * shop sends. It runs in a separate process, and reports its port, and its CPU time on request.
 */
export interface Bodies {
  [path: string]: string;
}

/** Milliseconds of CPU that the process has used so far. */
export interface CpuAnswer {
  cpu: number;
}

process.once('message', (bodies: Bodies) => {
  const byPath = new Map(Object.entries(bodies).map(([path, text]) => [path, Buffer.from(text)]));
  const app = express();
  // Express would compute an entity tag of each answer.
  app.disable('etag');
  app.get('/api/v1/products{/:idOrHandle}', (req, res) => {
    const body = byPath.get(req.originalUrl);
    if (!body) {
      res.status(404).end();
      return;
    }
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    res.setHeader('Content-Length', body.length);
    res.end(body);
  });
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1000 } satisfies CpuAnswer);
  });
});
