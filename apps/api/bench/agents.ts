import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Answered, Answers, Introduction, PaidReport, Question } from './agent.ts';

export type Role = 'primary' | 'HTTP worker' | 'job worker' | 'sandbox';

const roles: Readonly<Record<string, Role>> = {
  'cluster.ts': 'primary',
  'server.ts': 'HTTP worker',
  'worker.ts': 'job worker',
  'main.ts': 'sandbox',
};

/** A live process of the shop. */
export interface Process {
  readonly pid: number;
  readonly role: Role;
  /** @throws when the process fails to do it, or has ended. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q]>;
}

/** The bench's side of the agents in the shop's processes. */
export interface Agents {
  readonly port: number;
  alive(): Process[];
  /** In the order in which they started. */
  all(role: Role): Process[];
  /** @throws when there is none. */
  one(role: Role): Process;
  /** Calls the listener with the id of each order whose payment a watched process records. */
  onPaid(listener: (orderId: string) => void): void;
  close(): Promise<void>;
}

export async function listenForAgents(): Promise<Agents> {
  const known = new Map<Socket, Process>();
  const listeners: ((orderId: string) => void)[] = [];
  const server = createServer((socket) => {
    const waiting = new Map<number, PromiseWithResolvers<unknown>>();
    socket.on('error', () => undefined);
    socket.on('close', () => {
      known.delete(socket);
      for (const { reject } of waiting.values()) reject(new Error('The process has ended'));
    });
    createInterface(socket).on('line', (text) => {
      const message = JSON.parse(text) as Introduction | Answered | PaidReport;
      if ('paid' in message) for (const listener of listeners) listener(message.paid);
      else if ('pid' in message) introduce(known, socket, message, waiting);
      else settle(waiting, message);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    alive: () => [...known.values()],
    all: (role) => [...known.values()].filter((process) => process.role === role),
    one(role) {
      const found = [...known.values()].find((process) => process.role === role);
      if (!found) throw new Error(`There is no ${role}`);
      return found;
    },
    onPaid: (listener) => void listeners.push(listener),
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of known.keys()) socket.destroy();
      await closed;
    },
  };
}

type Waiting = Map<number, PromiseWithResolvers<unknown>>;

function introduce(
  known: Map<Socket, Process>,
  socket: Socket,
  { pid, entry }: Introduction,
  waiting: Waiting,
): void {
  const role = roles[entry];
  if (role === undefined) return;
  let asked = 0;
  known.set(socket, {
    pid,
    role,
    ask<Q extends Question>(question: Q) {
      const id = ++asked;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      socket.write(`${JSON.stringify({ id, question })}\n`);
      return answer.promise as Promise<Answers[Q]>;
    },
  });
}

function settle(waiting: Waiting, { id, answer, error }: Answered): void {
  const promise = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) promise?.resolve(answer);
  else promise?.reject(new Error(error));
}
