import { steps } from './limits.js';

/**
 * Writes the results: a table on the terminal, and with SUMMARY (a path without extension) the table and JSON.
 * @param {any} data k6's metrics.
 */
export function handleSummary(data) {
  const summary = summaryOf(data);
  const json = `${JSON.stringify(summary, null, 2)}\n`;
  const text = textOf(summary);
  const files = __ENV.SUMMARY
    ? { [`${__ENV.SUMMARY}.json`]: json, [`${__ENV.SUMMARY}.txt`]: text }
    : {};
  return { stdout: text, ...files };
}

function summaryOf({ metrics, root_group: root, state }) {
  const of = (/** @type {string} */ name) => metrics[name]?.values ?? {};
  const taken = steps
    .map((step) => ({ step, ...timesOf(of(`http_req_duration{name:${step}}`)) }))
    .filter(({ count }) => count > 0);
  const counters = Object.entries(metrics)
    .filter(([name, { type }]) => type === 'counter' && !BUILT_IN.has(name))
    .map(([name, { values }]) => [name, values.count])
    .toSorted(([name], [other]) => name.localeCompare(other));
  return {
    seconds: rounded(state.testRunDurationMs / 1000),
    iterations: of('iterations').count ?? 0,
    iterationsPerSecond: rounded(of('iterations').rate ?? 0),
    dropped: of('dropped_iterations').count ?? 0,
    requests: of('http_reqs').count ?? 0,
    requestsPerSecond: rounded(of('http_reqs').rate ?? 0),
    failedRequests: of('http_req_failed').passes ?? 0,
    checks: { held: of('checks').passes ?? 0, broken: of('checks').fails ?? 0 },
    brokenChecks: root.checks
      .filter(({ fails }) => fails > 0)
      .map(({ name, fails }) => ({ name, fails })),
    steps: taken,
    timeToPaid: of('time_to_paid').count > 0 ? timesOf(of('time_to_paid')) : undefined,
    counts: Object.fromEntries(counters),
    missed: missedOf(metrics),
  };
}

/** Metrics of k6 that are shown in another way or have no use here. */
const BUILT_IN = new Set([
  'http_reqs',
  'iterations',
  'dropped_iterations',
  'data_received',
  'data_sent',
]);

function timesOf(values) {
  return {
    count: values.count ?? 0,
    medianMs: rounded(values.med),
    p95Ms: rounded(values['p(95)']),
    p99Ms: rounded(values['p(99)']),
    maxMs: rounded(values.max),
  };
}

function missedOf(metrics) {
  return Object.entries(metrics).flatMap(([name, { thresholds = {} }]) =>
    Object.entries(thresholds)
      .filter(([, { ok }]) => !ok)
      .map(([threshold]) => `${name} ${threshold}`),
  );
}

function rounded(/** @type {number | undefined} */ value) {
  return value === undefined ? null : Math.round(10 * value) / 10;
}

function textOf(summary) {
  const { steps, timeToPaid, checks, brokenChecks, missed } = summary;
  const rows = [...steps, ...(timeToPaid ? [{ step: 'until paid', ...timeToPaid }] : [])];
  return [
    '',
    line(['', 'count', 'median', 'p95', 'p99', 'max']),
    ...rows.map(({ step, count, medianMs, p95Ms, p99Ms, maxMs }) =>
      line([step, String(count), ...[medianMs, p95Ms, p99Ms, maxMs].map((ms) => `${ms} ms`)]),
    ),
    '',
    `${summary.iterations} iterations in ${summary.seconds} s (${summary.iterationsPerSecond}/s), ${summary.dropped} dropped; ` +
      `${summary.requests} requests (${summary.requestsPerSecond}/s), ${summary.failedRequests} failed; ` +
      `${checks.held} checks held, ${checks.broken} did not`,
    ...brokenChecks.map(({ name, fails }) => `  broken ${fails} times: ${name}`),
    ...Object.entries(summary.counts).map(
      ([name, count]) => `  ${name.replaceAll('_', ' ')}: ${count}`,
    ),
    missed.length === 0 ? 'Every threshold is kept.' : 'Missed:',
    ...missed.map((threshold) => `  ${threshold}`),
    '',
    '',
  ].join('\n');
}

function line([first, ...rest]) {
  return first.padEnd(20) + rest.map((cell) => cell.padStart(11)).join('');
}
