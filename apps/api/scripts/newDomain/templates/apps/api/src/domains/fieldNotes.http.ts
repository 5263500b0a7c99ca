import type { Container } from '../container.ts';
import { createFieldNotesController } from '../controllers/fieldNotes.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { fieldNoteRoutes } from '../routes/fieldNotes.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(fieldNoteRoutes, createFieldNotesController(services));
