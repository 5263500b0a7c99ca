import path from 'node:path';
import { openDatabase } from '../src/db/client.ts';
import { createAuditService } from '../src/services/audit.service.ts';
import { createLocalStorage } from '../src/integrations/localStorage.ts';
import { createDoctorService } from '../src/services/doctor.service.ts';
import { createStorageService } from '../src/services/storage.service.ts';
import { createContext } from '../src/kernel/context.ts';
import type { Records } from './records.ts';
import type { Postgres } from './postgres.ts';
import { readStock, type Shelf } from './stock.ts';
import { offenders, type Violation } from './violations.ts';

/** The stock on hand is the initial stock minus the units sold. */
export async function checkStock(
  postgres: Postgres,
  atTheStart: readonly Shelf[],
  { sold }: Records,
): Promise<Violation[]> {
  const soldOf = new Map(sold.map(({ variantId, quantity }) => [variantId, quantity]));
  const now = new Map(
    (await readStock(postgres)).map(({ variantId, onHand }) => [variantId, onHand]),
  );
  return offenders(
    'no unit is lost or sold twice',
    atTheStart,
    ({ variantId, onHand }) => now.get(variantId) === onHand - (soldOf.get(variantId) ?? 0),
    ({ variantId }) => variantId,
  );
}

/** The doctor's findings in the shop's database and its folder of files. */
export async function checkDoctor(postgres: Postgres, dataDir: string): Promise<Violation[]> {
  const database = openDatabase({ url: await postgres.url(), poolSize: 2 });
  try {
    const ctx = createContext(database, { kind: 'system', id: 'chaos' }, 'req_chaos');
    // Without the shop's secret: the chain is checked, and not its signatures.
    const audit = createAuditService({ cursorSecret: '', signingSecrets: [] });
    const folder = path.join(dataDir, 'files');
    const storage = createStorageService(createLocalStorage({ folder }));
    const doctor = createDoctorService({ audit, storage });
    const { findings } = await doctor.examine(ctx);
    return [...findings, await doctor.examineFiles(ctx)]
      .filter(({ state }) => state !== 'ok' && state !== 'waiting')
      .map(({ id, title, offenders }) => ({
        promise: `doctor ${id}: ${title}`,
        ids: offenders.map(({ id, wrong }) => `${id}: ${wrong}`),
      }));
  } finally {
    await database.close();
  }
}
