import { createDoctorService } from '../../src/services/doctor.service.ts';
import { createContext, type Context } from '../../src/utils/context.ts';

const doctor = createDoctorService();

/** Calls for a person, which a test may well make: they are no broken promises. */
const alarms: ReadonlySet<string> = new Set(['W2']);

/** @throws an error that names every promise that the database breaks, with the ids that do. */
export async function assertPromisesKept({ db }: Pick<Context, 'db'>): Promise<void> {
  const ctx = createContext(db, { kind: 'system', id: 'doctor' }, 'req_books');
  const { findings } = await doctor.examine(ctx);
  const broken = findings
    .filter(({ id, state }) => state !== 'ok' && !alarms.has(id))
    .map(({ id, title, state, offenders }) =>
      [`${id} ${state}: ${title}`, ...offenders.map(({ id, wrong }) => `  ${id}: ${wrong}`)].join(
        '\n',
      ),
    );
  if (broken.length > 0) throw new Error(`Broken promises:\n${broken.join('\n')}`);
}
