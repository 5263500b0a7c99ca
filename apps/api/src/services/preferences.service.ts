import { withDeps } from '../utils/withDeps.ts';
import { getPreferences, setPreferences } from './preferences/settings.ts';
import { changeView, createView, deleteView, listViews } from './preferences/views.ts';

export type { Preferences } from './preferences/settings.ts';
export type { View } from './preferences/views.ts';

export type PreferencesService = ReturnType<typeof createPreferencesService>;

/** What a member of staff has set, and the views that they have saved. */
export function createPreferencesService(deps: { readonly cursorSecret: string }) {
  return {
    get: getPreferences,
    set: setPreferences,
    createView,
    changeView,
    deleteView,
    ...withDeps(deps, { listViews }),
  };
}
