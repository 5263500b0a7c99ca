import type { Diagnosis, Finding, Treatment } from '../src/services/doctor.service.ts';
import type { ReconciliationReport } from '../src/services/reconciliation.service.ts';

/** The results of one run of the doctor. */
export interface Report extends Diagnosis {
  readonly treatments?: readonly Treatment[];
  readonly stripe?: ReconciliationReport;
}

/** Whether something was found that must not be, in whatever was examined. */
export function isBroken({ findings, stripe }: Report): boolean {
  return findings.some(({ state }) => state === 'broken') || (stripe?.findings.length ?? 0) > 0;
}

export function toJson(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The report for a terminal: one line per check, followed by what breaks it. */
export function toText(report: Report): string {
  const { findings, treatments, stripe } = report;
  return [
    ...(treatments ? ['', ...treatmentLines(treatments)] : []),
    '',
    ...findings.flatMap(findingLines),
    ...(stripe ? stripeLines(stripe) : []),
    '',
    ...summary(report),
    '',
  ].join('\n');
}

function findingLines({ id, title, state, examined, broken, offenders, note }: Finding): string[] {
  const results = {
    broken: `${broken} BROKEN`,
    waiting: `${broken} waiting`,
    ok: 'ok',
    skipped: state,
  };
  const result = results[state];
  const more = broken - offenders.length;
  return [
    line(id, result, `${examined.toLocaleString('en')} rows`, title),
    ...offenders.map((offender) => indented(`${offender.id}: ${offender.wrong}`)),
    ...(more > 0 ? [indented(`… and ${more} more`)] : []),
    ...(note === undefined ? [] : [indented(note)]),
  ];
}

function stripeLines({ examined, foreign, findings, since }: ReconciliationReport): string[] {
  const result = findings.length === 0 ? 'ok' : `${findings.length} BROKEN`;
  const others = foreign === 0 ? '' : ` (${foreign} of another system)`;
  const title = `Stripe agrees with the shop's ledger since ${since.toISOString()}${others}.`;
  return [
    line('Stripe', result, `${examined.toLocaleString('en')} seen`, title),
    ...findings.map(({ providerId, paymentId, orderId, kind, detail }) =>
      indented(
        `${[providerId, paymentId, orderId].filter((id) => id !== null).join(', ')}: ${kind.replace('_', ' ')}: ${detail}`,
      ),
    ),
  ];
}

function treatmentLines(treatments: readonly Treatment[]): string[] {
  if (treatments.length === 0) return ['Nothing to repair.'];
  return treatments.map(({ check, id, repaired, refusal }) =>
    repaired
      ? `Repaired: ${check} ${id}: ${changes(repaired.before, repaired.after)}`
      : `Not repaired: ${check} ${id}: ${refusal}`,
  );
}

/** Only what changed, as "reserved 3 → 2". */
function changes(before: Record<string, number>, after: Record<string, number>): string {
  return Object.entries(after)
    .filter(([name, value]) => before[name] !== value)
    .map(([name, value]) => `${name} ${before[name]} → ${value}`)
    .join(', ');
}

function summary(report: Report): string[] {
  const { healthy, findings, stripe, durationMs } = report;
  const seconds = (durationMs / 1000).toFixed(1);
  // The comparison with Stripe counts as one check.
  const checks = findings.length + (stripe ? 1 : 0);
  const waiting = findings.reduce(
    (sum, one) => sum + (one.state === 'waiting' ? one.broken : 0),
    0,
  );
  const calls = waiting > 0 ? ` Waiting for staff: ${waiting}.` : '';
  if (healthy) return [`Healthy: ${checks} checks in ${seconds} s.${calls}`];
  const skipped = findings.filter(({ state }) => state === 'skipped').map(({ id }) => id);
  const gaps = skipped.length === 0 ? [] : [`Not examined to the end: ${skipped.join(', ')}.`];
  if (!isBroken(report)) {
    const others = checks - skipped.length;
    return [...gaps, `The other ${others} checks found nothing broken, in ${seconds} s.`];
  }
  const broken = findings.filter(({ state }) => state === 'broken');
  const found = broken.length + (stripe && stripe.findings.length > 0 ? 1 : 0);
  return [
    ...gaps,
    `Not healthy: ${found} of ${checks} checks found something, in ${seconds} s. See docs/runbooks/.`,
    ...hintOf(report),
  ];
}

function hintOf({ findings, treatments }: Report): string[] {
  const fixable = findings.filter(({ state, fixable }) => state === 'broken' && fixable);
  if (fixable.length === 0 || treatments !== undefined) return [];
  const ids = fixable.map(({ id }) => id).join(', ');
  return [`What ${ids} found can be repaired: npm run doctor -- --fix`];
}

function line(id: string, result: string, rows: string, title: string): string {
  return `${id.padEnd(7)} ${result.padEnd(10)} ${rows.padStart(14)}  ${title}`;
}

function indented(text: string): string {
  return `        ${text}`;
}
