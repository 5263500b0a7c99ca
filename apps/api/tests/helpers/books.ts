import { createDoctorService } from '../../src/services/doctor.service.ts';
import { createContext, type Context } from '../../src/utils/context.ts';

const doctor = createDoctorService();

/** @throws an error that names every promise that the database breaks, with the ids that do. */
export async function assertPromisesKept({ db }: Pick<Context, 'db'>): Promise<void> {
  const ctx = createContext(db, { kind: 'system', id: 'doctor' }, 'req_books');
  const { findings } = await doctor.examine(ctx);
  const broken = findings
    .filter(({ state }) => state !== 'ok')
    .map(({ id, title, state, offenders }) =>
      [`${id} ${state}: ${title}`, ...offenders.map(({ id, wrong }) => `  ${id}: ${wrong}`)].join(
        '\n',
      ),
    );
  if (broken.length > 0) throw new Error(`Broken promises:\n${broken.join('\n')}`);
}
