import { invalidParameter } from './errors.ts';
import type { Form, FormValue } from './form.ts';

/** How one parameter is read; `read` throws the error Stripe answers with. */
export interface Field<T> {
  read(value: FormValue, name: string): T;
}

/** A field that must be present and cannot be unset. */
export interface RequiredField<T> extends Field<T> {
  required: true;
}

export type Fields = Record<string, Field<unknown>>;

/** The values of a set of fields: required ones are present, the others optional. */
export type Values<F extends Fields> = {
  [K in keyof F as F[K] extends RequiredField<unknown> ? K : never]: ReturnType<F[K]['read']>;
} & {
  [K in keyof F as F[K] extends RequiredField<unknown> ? never : K]?: ReturnType<F[K]['read']>;
};

/**
 * Reads the parameters of a request.
 * @throws ApiError `parameter_unknown`, `parameter_missing`, or the error of a field.
 */
export function readParams<F extends Fields>(fields: F, form: Form): Values<F> {
  return readHash(fields, form, '');
}

function readHash<F extends Fields>(fields: F, form: Form, prefix: string): Values<F> {
  const nameOf = (key: string): string => (prefix === '' ? key : `${prefix}[${key}]`);
  const unknown = [...form.keys()].filter((key) => !Object.hasOwn(fields, key)).map(nameOf);
  if (unknown.length > 0) {
    const noun = unknown.length === 1 ? 'parameter' : 'parameters';
    throw invalidParameter(
      `Received unknown ${noun}: ${unknown.join(', ')}`,
      unknown[0] ?? '',
      'parameter_unknown',
    );
  }
  const values: unknown[][] = [];
  for (const [key, field] of Object.entries(fields)) {
    const value = form.get(key);
    const required = 'required' in field;
    if (value === undefined) {
      if (required) {
        throw invalidParameter(
          `Missing required param: ${nameOf(key)}.`,
          nameOf(key),
          'parameter_missing',
        );
      }
    } else if (value === '' && required) {
      throw invalidParameter(
        `You passed an empty string for '${nameOf(key)}'. We assume empty values are an attempt to unset a parameter; however '${nameOf(key)}' cannot be unset. You should remove '${nameOf(key)}' from your request or supply a non-empty value.`,
        nameOf(key),
        'parameter_invalid_empty',
      );
    } else {
      values.push([key, field.read(value, nameOf(key))]);
    }
  }
  return Object.fromEntries(values);
}

export const required = <T>(field: Field<T>): RequiredField<T> => ({
  read: (value, name) => field.read(value, name),
  required: true,
});

/** Text; an empty string unsets the value, as in Stripe's API. */
export const text: Field<string | null> = {
  read(value, name) {
    if (typeof value !== 'string') throw invalidParameter('Invalid string', name);
    return value === '' ? null : value;
  },
};

export const plainText: Field<string> = {
  read(value, name) {
    if (typeof value !== 'string') throw invalidParameter('Invalid string', name);
    return value;
  },
};

/** A whole number; `least` is the smallest that is accepted, `most` the largest. */
export const integer = (
  least = Number.MIN_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): Field<number> => ({
  read(value, name) {
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!Number.isSafeInteger(number)) {
      const shown = typeof value === 'string' ? value : '{}';
      throw invalidParameter(`Invalid integer: ${shown}`, name, 'parameter_invalid_integer');
    }
    if (number < least || number > most) {
      const bound = number < least ? `greater than or equal to ${least}` : `at most ${most}`;
      throw invalidParameter(`This value must be ${bound}.`, name, 'parameter_invalid_integer');
    }
    return number;
  },
});

export const boolean: Field<boolean> = {
  read(value, name) {
    if (value === 'true' || value === 'false') return value === 'true';
    throw invalidParameter(`Invalid boolean: ${typeof value === 'string' ? value : '{}'}`, name);
  },
};

/** One of a fixed set of values. */
export const oneOf = <const W extends readonly string[]>(...words: W): Field<W[number]> => ({
  read(value, name) {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const choice = [...words.slice(0, -1), `or ${words.at(-1) ?? ''}`].join(', ');
    throw invalidParameter(`Invalid ${name}: must be one of ${choice}`, name);
  },
});

export const hash = <F extends Fields>(fields: F): Field<Values<F>> => ({
  read(value, name) {
    if (value instanceof Map) return readHash(fields, value, name);
    if (value === '') return readHash(fields, new Map(), name);
    throw invalidParameter('Invalid object', name);
  },
});

export const list = <T>(item: Field<T>): Field<T[]> => ({
  read(value, name) {
    if (value === '') return [];
    if (!(value instanceof Map)) throw invalidParameter('Invalid array', name);
    return [...value].map(([key, inner]) => item.read(inner, `${name}[${key}]`));
  },
});

/** Accepted as by Stripe, without an effect here. */
export const ignored: Field<undefined> = { read: () => undefined };

/** Metadata as given: an empty value removes its key, an empty `metadata` removes all of them. */
export const metadata: Field<ReadonlyMap<string, string> | null> = {
  read(value, name) {
    if (value === '') return null;
    if (!(value instanceof Map)) throw invalidParameter('Invalid hash', name);
    const entries = [...value].map(([key, inner]): [string, string] => [
      key,
      plainText.read(inner, `${name}[${key}]`),
    ]);
    for (const [key, content] of entries) {
      if (key.length > 40 || content.length > 500) {
        throw invalidParameter(
          'Metadata keys have up to 40 characters and values up to 500.',
          `${name}[${key}]`,
        );
      }
    }
    return new Map(entries);
  },
};

/** Merges a metadata parameter into the existing metadata. Stripe allows at most 50 keys. */
export function mergeMetadata(
  current: Record<string, string> | null,
  change: ReadonlyMap<string, string> | null | undefined,
): Record<string, string> {
  if (change === undefined) return current ?? {};
  if (change === null) return {};
  const merged = new Map([...Object.entries(current ?? {}), ...change]);
  const kept = [...merged].filter(([, value]) => value !== '');
  if (kept.length > 50) {
    throw invalidParameter('You may only specify up to 50 metadata keys.', 'metadata');
  }
  return Object.fromEntries(kept);
}

/** A postal address. */
export const address = hash({
  city: text,
  country: text,
  line1: text,
  line2: text,
  postal_code: text,
  state: text,
});

export const shipping = hash({
  address: required(address),
  name: required(plainText),
  carrier: text,
  phone: text,
  tracking_number: text,
});

export const expand = list(plainText);
