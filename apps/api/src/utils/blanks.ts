import { z } from 'zod';
import { isBlank } from './plainText.ts';

/**
 * What forms send for a field that nobody has filled in is the same as leaving it out: the members
 * of a body that are optional texts and blank are dropped. Anything else stays, to be judged.
 */
export function withoutBlankMembers(schema: z.ZodType | undefined, value: unknown): unknown {
  if (Array.isArray(value)) {
    const element = unwrapped(schema);
    if (!(element instanceof z.ZodArray)) return value;
    return value.map((item) => withoutBlankMembers(element.element as z.ZodType, item));
  }
  if (typeof value !== 'object' || value === null || !schema) return value;
  const members = membersOf(schema);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !(isBlankText(inner) && isOptionalText(members(name))))
      .map(([name, inner]) => [name, withoutBlankMembers(members(name), inner)]),
  );
}

/**
 * The same for a query, where everything is text: `?q=` and `?price[gte]=` are as if they were not
 * there. A blank among the values of a parameter that is repeated is none of them.
 */
export function withoutBlankParameters(schema: z.ZodType, query: object): Record<string, unknown> {
  const members = membersOf(schema);
  const kept = Object.entries(query).flatMap(([name, value]): [string, unknown][] => {
    const member = members(name);
    const left = filled(member, value);
    return left === undefined && isOptional(member) ? [] : [[name, left ?? value]];
  });
  return Object.fromEntries(kept);
}

function filled(schema: z.ZodType | undefined, value: unknown): unknown {
  if (isBlankText(value)) return undefined;
  if (Array.isArray(value)) {
    const values = value.filter((item) => !isBlankText(item));
    if (values.length === value.length) return value;
    return values.length > 1 ? values : values[0];
  }
  if (typeof value !== 'object' || value === null || !schema) return value;
  const left = withoutBlankParameters(schema, value);
  const isEmptied = Object.keys(left).length === 0 && Object.keys(value).length > 0;
  return isEmptied ? undefined : left;
}

const isBlankText = (value: unknown): boolean => typeof value === 'string' && isBlank(value);

/** What may be left out, as the schema has it; what no schema knows is to be told so. */
function isOptional(schema: z.ZodType | undefined): boolean {
  return schema?.safeParse(undefined).success === true;
}

function isOptionalText(schema: z.ZodType | undefined): boolean {
  const text = unwrapped(schema);
  return (
    isOptional(schema) &&
    (text instanceof z.ZodString || text instanceof z.ZodEnum || text instanceof z.ZodStringFormat)
  );
}

/** What a schema lets in, without what makes it optional and what becomes of it. */
function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  return schema instanceof z.ZodPipe ? unwrapped(schema.in as z.ZodType) : schema;
}

/** The schemas of an object's members; of a choice between objects, of the first that knows the name. */
function membersOf(schema: z.ZodType | undefined): (name: string) => z.ZodType | undefined {
  const object = unwrapped(schema);
  const objects =
    object instanceof z.ZodUnion ? (object.options as z.ZodType[]).map(unwrapped) : [object];
  return (name) => {
    const shape = objects
      .filter((candidate) => candidate instanceof z.ZodObject)
      .map((candidate) => candidate.shape as Record<string, z.ZodType>)
      .find((candidate) => Object.hasOwn(candidate, name));
    return shape?.[name];
  };
}
