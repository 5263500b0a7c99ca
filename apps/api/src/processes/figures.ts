import { AggregatorRegistry, type Registry } from 'prom-client';

/** The metrics of a process, as prom-client writes them as JSON. */
export type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** The primary's request for a process's metrics; prom-client's own listener answers. */
export const REQUEST = 'prom-client:getMetricsReq';
/** The type of the answer. */
export const ANSWER = 'prom-client:getMetricsRes';

/** A process's answer; without metrics when it could not read them. */
export interface FiguresAnswer {
  readonly type: typeof ANSWER;
  /** One entry for each of its registries. */
  readonly metrics?: readonly Figures[];
}

/** Whether a message is a process's metrics. */
export function isAnswer(message: unknown): message is FiguresAnswer {
  return isObject(message) && 'type' in message && message.type === ANSWER;
}

/** Whether a message says that a process is ready, and so answers. */
export function isReady(message: unknown): boolean {
  return isObject(message) && 'ready' in message;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Keeps counters, which may never fall; gauges end with their process. */
export function lasting(figures: Figures): Figures {
  return figures.filter(({ type }) => ['counter', 'histogram', 'summary'].includes(String(type)));
}

/** Merges the metrics of several processes, each by its own rule (sum, maximum). */
export function sum(figures: readonly Figures[]): Registry {
  return AggregatorRegistry.aggregate([...figures]);
}
