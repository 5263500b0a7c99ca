import { isBroken, toText, type Report } from '../../scripts/doctorOutput.ts';

const finding = { id: 'S1', title: 'It adds up.', fixable: false, examined: 3, offenders: [] };
const stripe = { since: new Date(0), examined: 1, foreign: 0, fees: 0 };

function lastLine(report: object): string {
  return (
    toText(report as unknown as Report)
      .trim()
      .split('\n')
      .at(-1) ?? ''
  );
}

test('what waits for staff is listed, and the shop is healthy', () => {
  const offenders = [{ id: 'wf_1', wrong: 'to be paid back by hand' }];
  const findings = [{ ...finding, id: 'W5', state: 'waiting', broken: 1, offenders }];
  const report = { healthy: true, durationMs: 100, findings } as unknown as Report;
  expect(toText(report)).toMatch(/W5 +1 waiting +3 rows.*\n +wf_1: to be paid back by hand/);
  expect(lastLine(report)).toBe('Healthy: 1 checks in 0.1 s. Waiting for staff: 1.');
});

test('the last line counts the comparison with Stripe among the checks', () => {
  const findings = [{ ...finding, state: 'ok' }];
  const missed = {
    kind: 'missed_update',
    providerId: 'pi_1',
    action: 'none',
    detail: 'unpaid here',
  };
  const whole = { findings, durationMs: 100 };
  expect(lastLine({ ...whole, healthy: true })).toBe('Healthy: 1 checks in 0.1 s.');
  expect(lastLine({ ...whole, healthy: true, stripe: { ...stripe, findings: [] } })).toBe(
    'Healthy: 2 checks in 0.1 s.',
  );
  expect(lastLine({ ...whole, healthy: false, stripe: { ...stripe, findings: [missed] } })).toMatch(
    /^Not healthy: 1 of 2 checks found something/,
  );
});

test('what could not be examined is named with its reason, and is not taken for healthy', () => {
  const note = 'The storage could not be asked to the end: away';
  const skipped = { ...finding, id: 'K7c', state: 'skipped', broken: 0, note };
  const report = { healthy: false, durationMs: 100 };
  const alone = { ...report, findings: [{ ...finding, state: 'ok' }, skipped] };
  expect(toText(alone as unknown as Report)).toMatch(
    /K7c +skipped +3 rows.*\n +The storage could not be asked to the end: away\n/,
  );
  expect(toText(alone as unknown as Report)).toContain('Not examined to the end: K7c.');
  expect(lastLine(alone)).toBe('The other 1 checks found nothing broken, in 0.1 s.');
  expect(isBroken(alone as unknown as Report)).toBe(false);
  const both = { ...report, findings: [{ ...finding, state: 'broken', broken: 1 }, skipped] };
  expect(lastLine(both)).toMatch(/^Not healthy: 1 of 2 checks found something/);
  expect(isBroken(both as unknown as Report)).toBe(true);
});
