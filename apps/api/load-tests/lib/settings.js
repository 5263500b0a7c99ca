/** What `npm run load` hands over; a script that is run by k6 itself takes the same by `-e`. */
export const base = __ENV.BASE || 'http://127.0.0.1:3000';

/** How long each scenario sends; seconds. */
export const durationSeconds = Number(__ENV.DURATION_SECONDS || 30);

/** @param {number} usual iterations a second, when no one asks for another rate. */
export function rateOr(usual) {
  return Number(__ENV.RATE || usual);
}

/** A rate per so many seconds: k6 takes whole numbers only, and 2 % of 20 a second is less than one. */
const PER_SECONDS = 100;
/** Of the iterations that were to start; more means that the load was not the one that was asked for. */
const DROPPED_SHARE = 0.01;

/**
 * A scenario that begins iterations at a steady rate however long each takes, as shoppers come: a
 * slow shop does not slow its own load down.
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
      // Not one answer may be wrong, whatever the load; a server that is too busy may say so, once in a while.
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
