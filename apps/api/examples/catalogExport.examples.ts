import { NDJSON } from '../src/routes/sendRows.ts';
import type { Recorder } from './recorder.ts';

/** A part of the demo's catalogue, and its stock. */
export async function record(recorder: Recorder): Promise<void> {
  const query = { type: 'T-shirt', vendor: 'Cartwright & Sons' };
  await recorder.record('exportProducts', { query });
  await recorder.recordAlso('exportProducts', NDJSON, { query: { ...query, format: 'ndjson' } });
  await recorder.record('exportInventory');
}
