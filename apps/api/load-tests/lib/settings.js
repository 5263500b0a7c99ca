/** The settings that `npm run load` passes; a direct run of k6 takes them by `-e`. */
export const base = __ENV.BASE || 'http://127.0.0.1:3000';

/** The duration of each scenario; seconds. */
export const durationSeconds = Number(__ENV.DURATION_SECONDS || 30);

/** @param {number} usual iterations a second by default. */
export function rateOr(usual) {
  return Number(__ENV.RATE || usual);
}

/** The time unit of a rate: k6 accepts only integers, and 2 % of 20 a second is less than one. */
const PER_SECONDS = 100;
/** The allowed share of dropped iterations; more means that the load was not the requested one. */
const DROPPED_SHARE = 0.01;

/**
 * A scenario that begins iterations at a constant rate, however long each takes, as shoppers arrive: a
 * slow shop does not reduce its load.
 * @param {string} exec the exported function that is run.
 * @param {number} rate iterations a second.
 * @param {number} seconds how long an iteration takes at most, usually; so many users are kept ready.
 */
export function arrivals(exec, rate, seconds) {
  const users = Math.max(2, Math.ceil(rate * seconds));
  return {
    executor: 'constant-arrival-rate',
    exec,
    rate: Math.max(1, Math.round(rate * PER_SECONDS)),
    timeUnit: `${PER_SECONDS}s`,
    duration: `${durationSeconds}s`,
    preAllocatedVUs: users,
    maxVUs: 4 * users,
    gracefulStop: '40s',
  };
}

/**
 * k6's options of a script.
 * @param {Record<string, ReturnType<typeof arrivals>>} scenarios
 * @param {Record<string, string[]>} thresholds the steps' own, of `limits.js`.
 */
export function optionsOf(scenarios, thresholds) {
  const rate = Object.values(scenarios).reduce((sum, scenario) => sum + scenario.rate, 0);
  const dropped = (DROPPED_SHARE * rate) / PER_SECONDS;
  return {
    scenarios,
    thresholds: {
      // No answer may be wrong under any load; an overloaded server may rarely answer that it is busy.
      'checks{kind:body}': ['rate==1'],
      'checks{kind:status}': ['rate>0.999'],
      http_req_failed: ['rate<0.001'],
      dropped_iterations: [`rate<=${dropped}`],
      ...thresholds,
    },
    summaryTrendStats: ['count', 'med', 'p(95)', 'p(99)', 'max'],
    userAgent: 'cartwright-load',
  };
}
