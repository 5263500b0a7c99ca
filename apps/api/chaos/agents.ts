import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Introduction, Order } from './agent.ts';

type Role = 'primary' | 'HTTP worker' | 'job worker';

const roles: Readonly<Record<string, Role>> = {
  'cluster.ts': 'primary',
  'server.ts': 'HTTP worker',
  'worker.ts': 'job worker',
};

/** A live process of the shop. */
export interface Process {
  readonly pid: number;
  readonly role: Role;
  tell(order: Order): void;
}

/** The harness's side of the agents in the shop's processes. */
export interface Agents {
  readonly port: number;
  /** The live processes, oldest first. */
  alive(role?: Role): Process[];
  close(): Promise<void>;
}

export async function listenForAgents(): Promise<Agents> {
  const known = new Map<Socket, Process>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('close', () => known.delete(socket));
    createInterface(socket).on('line', (text) => {
      const { pid, entry }: Introduction = JSON.parse(text);
      const role = roles[entry];
      if (role === undefined) return;
      known.set(socket, { pid, role, tell: (order) => socket.write(`${JSON.stringify(order)}\n`) });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const alive = (role?: Role) =>
    [...known.values()].filter((process) => role === undefined || process.role === role);
  return {
    port: (server.address() as AddressInfo).port,
    alive,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of known.keys()) socket.destroy();
      await closed;
    },
  };
}
