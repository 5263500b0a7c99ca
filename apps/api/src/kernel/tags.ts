import { collect } from '../domains/collect.ts';
import type { TagDefinition } from '../domains/defineDomain.ts';
import { domains } from '../domains/domains.ts';

const catalog = collect(domains, 'tags');

export type Tag = keyof typeof catalog;

/** The parts of the API, each with its description and whom it is for. */
export const tagCatalog: Readonly<Record<Tag, TagDefinition>> = catalog;
