import type { Recorder } from './recorder.ts';

/** A visitor writes to the shop, and staff withdraw what was written. */
export async function record(recorder: Recorder): Promise<void> {
  const body = { email: 'ada@example.com', body: 'The mug arrived in time.' };
  const { id } = await recorder.record<{ id: string }>('submitFieldNote', { body });
  await recorder.record('listFieldNotes', { query: { limit: 1 } });
  await recorder.refused('listFieldNotes', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  const call = { params: { fieldNoteId: id } };
  await recorder.record('withdrawFieldNote', call);
  await recorder.refused('withdrawFieldNote', 'field_note_withdrawn', call);
}
