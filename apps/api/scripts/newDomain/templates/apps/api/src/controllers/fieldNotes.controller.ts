import type { Handlers } from '../kernel/route.ts';
import { presentFieldNote, presentStaffFieldNote } from '../presenters/fieldNotes.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { fieldNoteRoutes } from '../routes/fieldNotes.routes.ts';
import type { FieldNotesService } from '../services/fieldNotes.service.ts';
import { created, ok, page } from '../utils/response.ts';

interface Services {
  fieldNotes: FieldNotesService;
}

export function createFieldNotesController({
  fieldNotes,
}: Services): Handlers<typeof fieldNoteRoutes> {
  return {
    async submitFieldNote(ctx, { body }) {
      const fieldNote = await fieldNotes.submit(ctx, body);
      return created(presentFieldNote(fieldNote), `${API_BASE}/field-notes/${fieldNote.id}`);
    },

    async listFieldNotes(ctx, { query }) {
      const { rows, meta } = await fieldNotes.list(ctx, query);
      return page(rows.map(presentStaffFieldNote), meta);
    },

    async withdrawFieldNote(ctx, { params }) {
      return ok(presentStaffFieldNote(await fieldNotes.withdraw(ctx, params.fieldNoteId)));
    },
  };
}
