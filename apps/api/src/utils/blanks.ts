import { z } from 'zod';
import { isBlank } from './plainText.ts';

/**
 * Drops blank optional texts of a body: forms send them for fields that were not filled in, and
 * they count as absent. Everything else stays, to be validated. Inspects only members that the
 * schema knows, however many there are.
 */
export function withoutBlankMembers(schema: z.ZodType | undefined, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !schema) return value;
  if (!Array.isArray(value)) return withoutBlanks(membersOf(schema), value);
  const list = unwrapped(schema);
  if (!(list instanceof z.ZodArray)) return value;
  return value.map((item) => withoutBlankMembers(list.element as z.ZodType, item));
}

function withoutBlanks(members: Members, given: object): object {
  const value = given as Record<string, unknown>;
  let kept = value;
  for (const [name, member] of members) {
    if (!Object.hasOwn(value, name)) continue;
    const inner = value[name];
    const isLeftOut = member.isOptionalText && isBlankText(inner);
    const left = isLeftOut ? undefined : withoutBlankMembers(member.schema, inner);
    if (left === inner) continue;
    if (kept === value) kept = { ...value };
    if (isLeftOut) delete kept[name];
    else kept[name] = left;
  }
  return kept;
}

/**
 * The same for a query, where everything is text: `?q=` and `?price[gte]=` are as if they were not
 * there. A blank among the values of a parameter that is repeated is none of them.
 */
export function withoutBlankParameters(schema: z.ZodType, query: object): Record<string, unknown> {
  const members = membersOf(schema);
  const kept = Object.entries(query).flatMap(([name, value]): [string, unknown][] => {
    const member = members.get(name)?.schema;
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

/** The optional members, by the schema; unknown members stay, so that validation reports them. */
function isOptional(schema: z.ZodType | undefined): boolean {
  return schema?.safeParse(undefined).success === true;
}

function isOptionalText(schema: z.ZodType): boolean {
  const text = unwrapped(schema);
  return (
    isOptional(schema) &&
    (text instanceof z.ZodString || text instanceof z.ZodEnum || text instanceof z.ZodStringFormat)
  );
}

/** A schema's input, without its optional wrapper and its transforms. */
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

interface Member {
  readonly schema: z.ZodType;
  readonly isOptionalText: boolean;
}
type Members = ReadonlyMap<string, Member>;

const membersBySchema = new WeakMap<z.ZodType, Members>();

/** An object's members; of a choice between objects, by the first that knows the name. */
function membersOf(schema: z.ZodType): Members {
  const known = membersBySchema.get(schema);
  if (known) return known;
  const object = unwrapped(schema);
  const choices = object instanceof z.ZodUnion ? (object.options as z.ZodType[]) : [object];
  const members = new Map<string, Member>();
  for (const choice of choices.map(unwrapped)) {
    if (!(choice instanceof z.ZodObject)) continue;
    for (const [name, member] of Object.entries<z.ZodType>(choice.shape)) {
      if (members.has(name)) continue;
      members.set(name, { schema: member, isOptionalText: isOptionalText(member) });
    }
  }
  membersBySchema.set(schema, members);
  return members;
}
