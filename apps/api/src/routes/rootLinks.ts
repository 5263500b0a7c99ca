import { assertUnique } from '../domains/collect.ts';
import type { Route, RouteLink, Shown } from '../kernel/route.ts';
import type { rootSchema } from '../validators/root.validator.ts';
import { templateOf } from './base.ts';

type Link = Shown<typeof rootSchema>['_links'][string];

/** What is served beside the routes of the domains. */
const outside: readonly (readonly [relation: string, Link])[] = [
  ['docs', { href: '/docs', title: 'The reference, for people' }],
  ['errors', { href: '/docs/errors', title: 'What each error code means' }],
  ['describedby', { href: '/openapi.json', title: 'The OpenAPI document, for programs' }],
  ['health', { href: '/health/ready', title: 'Whether the shop can do its work' }],
];

/**
 * The links of the API's root, by relation: what routes declare, in their order, then the rest.
 * @throws when two routes declare the same relation.
 */
export function rootLinks(routes: readonly Route[]): Record<string, Link> {
  const declared = routes.flatMap(({ path, links = {} }) =>
    Object.entries(links).map(([relation, link]) => [relation, linkTo(path, link)] as const),
  );
  const all = [...declared, ...outside];
  assertUnique(
    all.map(([relation]) => relation),
    'links',
  );
  return Object.fromEntries(all);
}

function linkTo(path: string, { title, query }: RouteLink): Link {
  const href = templateOf(path) + (query ? `{?${query.join(',')}}` : '');
  return href.includes('{') ? { href, templated: true, title } : { href, title };
}
