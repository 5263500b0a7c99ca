import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bodies, CpuAnswer } from './bareExpress.ts';

/** The bare Express application, running. */
interface BareServer {
  readonly base: string;
  /** Milliseconds of CPU so far. */
  cpu(): Promise<number>;
  close(): Promise<void>;
}

export async function startBareServer(bodies: Bodies): Promise<BareServer> {
  const child = fork(fileURLToPath(new URL('bareExpress.ts', import.meta.url)), {
    execArgv: ['--conditions=source'],
  });
  child.send(bodies);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    base: `http://127.0.0.1:${port}`,
    async cpu() {
      child.send('cpu');
      const [answer] = (await once(child, 'message')) as [CpuAnswer];
      return answer.cpu;
    },
    async close() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}
