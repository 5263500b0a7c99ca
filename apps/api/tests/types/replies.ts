/**
 * What the compiler must refuse of a handler. `npm run typecheck` fails when it lets one of these
 * pass, since an `@ts-expect-error` without an error is one.
 */
import { z } from 'zod';
import type { CachedBody, Envelope } from '../../src/kernel/cachedBody.ts';
import { defineRoutes, type Handlers } from '../../src/kernel/route.ts';
import { cached, created, events, ok, tagged } from '../../src/utils/response.ts';

export const thingRoutes = defineRoutes({
  getThing: {
    method: 'get',
    path: '/things/:thingId',
    summary: 'Get a thing',
    tag: 'Discovery',
    permission: 'public',
    cache: 'private',
    request: { params: z.object({ thingId: z.string() }) },
    responses: {
      200: {
        description: 'The thing.',
        schema: z.object({
          id: z.string(),
          state: z.enum(['new', 'old']),
          tags: z.array(z.string()),
        }),
      },
      304: { description: 'It is unchanged.' },
    },
    errors: [],
  },
  listThings: {
    method: 'get',
    path: '/things',
    summary: 'List the things',
    tag: 'Discovery',
    permission: 'public',
    cache: 'private',
    request: { query: z.strictObject({ limit: z.coerce.number() }) },
    responses: {
      200: {
        description: 'A page of things.',
        schema: z.array(z.object({ id: z.string() })),
        meta: z.object({ hasMore: z.boolean() }),
      },
    },
    errors: [],
  },
  readThing: {
    method: 'get',
    path: '/things/:thingId/content',
    summary: 'Read a thing',
    tag: 'Discovery',
    permission: 'public',
    cache: 'private',
    request: {},
    responses: {
      200: { description: 'Its content.', schema: z.object({ text: z.string() }), tagged: true },
    },
    errors: [],
  },
  touchThing: {
    method: 'put',
    path: '/things/:thingId/touch',
    summary: 'Touch a thing',
    tag: 'Discovery',
    permission: 'public',
    cache: 'private',
    request: {},
    responses: { 204: { description: 'It is touched.', tagged: true } },
    errors: [],
  },
  watchThing: {
    method: 'get',
    path: '/things/:thingId/events',
    summary: 'Watch a thing',
    tag: 'Discovery',
    permission: 'public',
    cache: 'private',
    request: {},
    responses: {
      200: { description: 'Its changes.', schema: z.object({ text: z.string() }), events: true },
    },
    errors: [],
  },
});

type Things = Handlers<typeof thingRoutes>;

const thing = { id: 'a', state: 'new', tags: ['b'] } as const;

export const complete: Things = {
  getThing: (_ctx, { params }) => Promise.resolve(ok({ ...thing, id: params.thingId })),
  listThings: (_ctx, { query }) =>
    Promise.resolve({ status: 200, data: [{ id: 'a' }], meta: { hasMore: query.limit > 1 } }),
  readThing: () => Promise.resolve(tagged(ok({ text: 'b' }), '"1"')),
  touchThing: () => Promise.resolve({ status: 204, headers: { ETag: '"1"' } }),
  watchThing: () => Promise.resolve(events(() => changes({ text: 'b' }))),
};

async function* changes<Data>(data: Data) {
  yield await Promise.resolve({ name: 'changed', data });
}

export const wrongAnswers: Things['getThing'][] = [
  // @ts-expect-error a member is missing
  () => Promise.resolve(ok({ id: 'a', state: 'new' as const })),
  // @ts-expect-error a member has another type
  () => Promise.resolve(ok({ ...thing, state: 'broken' as const })),
  // @ts-expect-error there is no data
  () => Promise.resolve({ status: 200 as const }),
  // @ts-expect-error the status is not declared
  () => Promise.resolve(created(thing, '/things/a')),
];

// @ts-expect-error the meta of the list is missing
export const withoutMeta: Things['listThings'] = () => Promise.resolve(ok([{ id: 'a' }]));

/** A body from the cache has its tag with it. */
export const fromCache = (body: CachedBody<Envelope<{ text: string }, undefined>>) => {
  const handler: Things['readThing'] = () => Promise.resolve(cached(body));
  return handler;
};

export const withoutTag: Things['readThing'][] = [
  // @ts-expect-error the entity tag is missing
  () => Promise.resolve(ok({ text: 'b' })),
  // @ts-expect-error another header is none
  () => Promise.resolve({ ...ok({ text: 'b' }), headers: { Location: '/things/a' } }),
  // @ts-expect-error the data is wrong, whatever its tag
  () => Promise.resolve(tagged(ok({ text: 5 }), '"1"')),
];

export const wrongEvents: Things['watchThing'][] = [
  // @ts-expect-error an event's data is wrong
  () => Promise.resolve(events(() => changes({ text: 5 }))),
  // @ts-expect-error it sends one answer
  () => Promise.resolve(ok({ text: 'b' })),
];

export const touchWithoutTag: Things['touchThing'] = () =>
  // @ts-expect-error the entity tag is missing, where there is no body too
  Promise.resolve({ status: 204 as const });

export const wrongInput: Things['getThing'] = (_ctx, { params }) =>
  // @ts-expect-error the path has no such parameter
  Promise.resolve(ok({ ...thing, id: params.id }));

// @ts-expect-error a handler is missing
export const incomplete: Things = { getThing: complete.getThing };

export const withClaim: Things['getThing'] = (ctx) => {
  // @ts-expect-error the route is no saga, so its request has no key to claim
  void ctx.claim;
  return Promise.resolve(ok(thing));
};
