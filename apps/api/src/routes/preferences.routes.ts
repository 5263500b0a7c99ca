import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  changeViewBodySchema,
  createViewBodySchema,
  preferencesBodySchema,
  preferencesSchema,
  staffSessionSchema,
  viewListQuerySchema,
  viewParamsSchema,
  viewSchema,
} from '../validators/preferences.validator.ts';
import { ifNoneMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Workspace', cache: 'private' } as const;
const read = { ...shared, permission: 'preferences:read:own' } as const;
const write = { ...shared, permission: 'preferences:write:own' } as const;
const thePreferences = { description: 'The preferences.', schema: preferencesSchema } as const;
const theView = { description: 'The view.', schema: viewSchema } as const;

export const preferenceRoutes = defineRoutes({
  getStaffSession: {
    ...read,
    method: 'get',
    path: '/admin/session',
    summary: 'Get who is signed in among the staff',
    description:
      'Identity, permissions, settings and preferences in one answer: all that a program of the staff needs at its start. It changes when one of them does, so ask again with `If-None-Match`.',
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: { description: 'The session.', schema: staffSessionSchema, tagged: true },
      304: { description: 'The session still matches `If-None-Match`.' },
    },
    errors: [],
  },
  getPreferences: {
    ...read,
    method: 'get',
    path: '/admin/preferences',
    summary: 'Get your preferences',
    request: {},
    responses: { 200: thePreferences },
    errors: [],
  },
  setPreferences: {
    ...write,
    method: 'put',
    path: '/admin/preferences',
    summary: 'Replace your preferences',
    request: { body: preferencesBodySchema },
    responses: { 200: thePreferences },
    errors: [],
  },
  listViews: {
    ...read,
    method: 'get',
    path: '/admin/views',
    summary: 'List saved views',
    description: 'Yours, and those that others share; newest first.',
    request: { query: viewListQuerySchema },
    responses: {
      200: { description: 'A page of views.', schema: z.array(viewSchema), meta: pageMetaSchema },
    },
    errors: ['invalid_cursor'],
  },
  createView: {
    ...write,
    method: 'post',
    path: '/admin/views',
    summary: 'Save a view',
    request: { body: createViewBodySchema },
    responses: { 201: theView },
    errors: ['view_limit_exceeded'],
  },
  changeView: {
    ...write,
    method: 'patch',
    path: '/admin/views/:viewId',
    summary: 'Change a view',
    description: 'Only yours: another’s is a 404, shared or not.',
    request: { params: viewParamsSchema, body: changeViewBodySchema },
    responses: { 200: theView },
    errors: ['not_found'],
  },
  deleteView: {
    ...write,
    method: 'delete',
    path: '/admin/views/:viewId',
    summary: 'Delete a view',
    description: 'Only yours: another’s is a 404, shared or not.',
    request: { params: viewParamsSchema },
    responses: { 200: { description: 'The view as it was.', schema: viewSchema } },
    errors: ['not_found'],
  },
});
