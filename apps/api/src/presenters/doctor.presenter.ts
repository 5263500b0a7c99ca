import type { Shown } from '../kernel/route.ts';
import type { Diagnosis, Finding } from '../services/doctor.service.ts';
import type { diagnosisSchema } from '../validators/doctor.validator.ts';

type ShownDiagnosis = Shown<typeof diagnosisSchema>;

/** What the doctor found, for staff. */
export function presentDiagnosis({ healthy, findings, durationMs }: Diagnosis): ShownDiagnosis {
  return { healthy, findings: findings.map(presentFinding), durationMs };
}

function presentFinding(finding: Finding): ShownDiagnosis['findings'][number] {
  return {
    id: finding.id,
    title: finding.title,
    state: finding.state,
    examined: finding.examined,
    broken: finding.broken,
    offenders: finding.offenders.map(({ id, wrong }) => ({ id, wrong })),
    fixable: finding.fixable,
    durationMs: finding.durationMs,
  };
}
