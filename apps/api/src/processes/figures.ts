import { AggregatorRegistry, type Registry } from 'prom-client';

/** The figures of a process, as prom-client writes them as JSON. */
export type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** What the primary sends a process to have its figures; prom-client's own listener answers. */
export const REQUEST = 'prom-client:getMetricsReq';
/** What comes back. */
export const ANSWER = 'prom-client:getMetricsRes';

/** A process's answer; without figures when it could not tell them. */
export interface FiguresAnswer {
  readonly type: typeof ANSWER;
  /** Of each of its registries. */
  readonly metrics?: readonly Figures[];
}

/** Whether a message is one of a process's figures. */
export function isAnswer(message: unknown): message is FiguresAnswer {
  return isObject(message) && 'type' in message && message.type === ANSWER;
}

/** Whether a message says that a process does its work, and so answers. */
export function isReady(message: unknown): boolean {
  return isObject(message) && 'ready' in message;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What may never fall: all that is counted. How things stand is over when a process ends. */
export function lasting(figures: Figures): Figures {
  return figures.filter(({ type }) => ['counter', 'histogram', 'summary'].includes(String(type)));
}

/** The figures of several processes in one, each as its own rule (a sum, a maximum) has it. */
export function sum(figures: readonly Figures[]): Registry {
  return AggregatorRegistry.aggregate([...figures]);
}
