import { escapeLiteral } from 'pg';
import { composedStatement, type None } from '../../src/db/statement.ts';
import { checks } from '../../src/services/doctor/checks.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { doctor } from './doctor.ts';

/** Findings that call for a person, which a test may cause: no invariant is broken. */
const alarms: ReadonlySet<string> = new Set(['W2', 'W5', 'P5']);

/** All but those that need more than the database. */
const sqlChecks = checks.filter((check) => 'sql' in check);

const parameters = Object.assign({}, ...sqlChecks.map(({ parameters }) => parameters)) as Record<
  string,
  string
>;

/**
 * The doctor's checks in one statement, because it runs after nearly every test. Its values are
 * literals, because PostgreSQL plans a statement with parameters again at nearly every call.
 */
const selectBroken = composedStatement<None, { id: string }>(
  'test.brokenInvariants',
  sqlChecks
    .filter(({ id }) => !alarms.has(id))
    .map(
      (check) =>
        `SELECT '${check.id}' AS id WHERE EXISTS
           (SELECT FROM (${withValues(check.sql)}) AS examined (id, wrong) WHERE wrong IS NOT NULL)`,
    )
    .join('\nUNION ALL\n'),
);

function withValues(sql: string): string {
  const { text, parameters: names } = composedStatement('', sql);
  return text.replaceAll(/\$(\d+)/g, (_all, number: string) =>
    escapeLiteral(parameters[names[Number(number) - 1] ?? ''] ?? ''),
  );
}

/** @throws an error that names every broken invariant, with the ids of its rows. */
export async function assertInvariants({ db }: Pick<Context, 'db'>): Promise<void> {
  if ((await db.query(selectBroken)).length > 0) throw new Error(await describeBroken(db));
}

async function describeBroken(db: Context['db']): Promise<string> {
  const ctx = createContext(db, { kind: 'system', id: 'doctor' }, 'req_doctor');
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
