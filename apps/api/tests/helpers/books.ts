import { escapeLiteral } from 'pg';
import { statement } from '../../src/db/client.ts';
import type { Check } from '../../src/services/doctor/check.ts';
import { checks } from '../../src/services/doctor/checks.ts';
import { createDoctorService } from '../../src/services/doctor.service.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';

const doctor = createDoctorService();

/** Calls for a person, which a test may well make: they are no broken promises. */
const alarms: ReadonlySet<string> = new Set(['W2', 'W5', 'P5']);

/** The doctor's checks in one statement: this is asked after nearly every test. */
const selectBroken = statement<{ id: string }>(
  'test.brokenPromises',
  checks
    .filter(({ id }) => !alarms.has(id))
    .map(
      (check) =>
        `SELECT '${check.id}' AS id WHERE EXISTS
           (SELECT FROM (${withValues(check)}) AS examined (id, wrong) WHERE wrong IS NOT NULL)`,
    )
    .join('\nUNION ALL\n'),
);

/** A check's SQL with its values in it: one statement has no room for the parameters of many. */
function withValues({ sql, values = [] }: Check): string {
  return sql.replaceAll(/\$(\d+)/g, (_, n: string) => escapeLiteral(String(values[Number(n) - 1])));
}

/** @throws an error that names every promise that the database breaks, with the ids that do. */
export async function assertPromisesKept({ db }: Pick<Context, 'db'>): Promise<void> {
  if ((await db.query(selectBroken)).length > 0) throw new Error(await tellBroken(db));
}

async function tellBroken(db: Context['db']): Promise<string> {
  const ctx = createContext(db, { kind: 'system', id: 'doctor' }, 'req_books');
  const { findings } = await doctor.examine(ctx);
  const broken = findings
    .filter(({ id, state }) => state !== 'ok' && !alarms.has(id))
    .map(({ id, title, state, offenders }) =>
      [`${id} ${state}: ${title}`, ...offenders.map(({ id, wrong }) => `  ${id}: ${wrong}`)].join(
        '\n',
      ),
    );
  return `Broken promises:\n${broken.join('\n')}`;
}
