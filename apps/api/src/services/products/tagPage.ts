import { tagged, taggedInUse } from './filters.ts';
import { limitMatches, sectionOf, SORTED, type PageSql } from './sections.ts';

/**
 * CTEs that end in `page`: the rows of a page of products with these tags, found near the list's
 * start or read completely. Several tags at once may be rare though each is frequent (only a scan
 * of the whole catalogue would show that no product has both), so their number is looked up first.
 */
export function tagPage(page: PageSql, tags: readonly string[]): string {
  const { request, position, parameters } = page;
  const others = {
    ...page,
    request: { ...request, filters: { ...request.filters, tags: undefined } },
  };
  const section = { name: 'page', order: request.order, position };
  const parameter = parameters.add(tags);
  if (tags.length === 1) return sectionOf(others, { ...section, matches: taggedInUse(parameter) });
  const matches = tagged(parameter);
  const few = 'all_tagged';
  return `${limitMatches(others, few, matches, SORTED)}, ${sectionOf(others, { ...section, matches, few })}`;
}
