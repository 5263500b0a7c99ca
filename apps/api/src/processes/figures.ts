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

/** Keeps counters, which may never fall. */
export function lasting(figures: Figures): Figures {
  return figures.filter(isLasting);
}

/** Keeps gauges, which end with their process. */
export function momentary(figures: Figures): Figures {
  return figures.filter((figure) => !isLasting(figure));
}

function isLasting({ type }: Figures[number]): boolean {
  return ['counter', 'histogram', 'summary'].includes(String(type));
}

/**
 * The highest value of each counter in two answers of one process. The older answer may arrive last:
 * each reads the counters at once, and then waits for the gauges that query the database.
 */
export function highest(known: Figures, told: Figures): Figures {
  const rules = new Map(told.map(({ name, aggregator }) => [name, aggregator]));
  const byMaximum = [known, told].map((figures) =>
    figures.map((figure) => ({ ...figure, aggregator: 'max' as const })),
  );
  const merged = sum(byMaximum).getMetricsAsArray() as Figures;
  return merged.map((figure) => ({
    ...figure,
    aggregator: rules.get(figure.name) ?? figure.aggregator,
  }));
}

/** Merges the metrics of several processes, each by its own rule (sum, maximum). */
export function sum(figures: readonly Figures[]): Registry {
  return AggregatorRegistry.aggregate([...figures]);
}
