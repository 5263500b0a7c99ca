import type { Described, Enums } from './described.ts';

/** What a value of a PostgreSQL type is sent as. */
interface Sent extends Enums {
  bool: boolean;
  int2: number;
  int4: number;
  int8: number;
  float8: number;
  text: string;
  varchar: string;
  bpchar: string;
  timestamptz: Date | string;
  /** Serialized: the driver takes an array for one of PostgreSQL's. */
  json: string;
  jsonb: string;
}

/** What a value of a PostgreSQL type comes back as. */
interface Received extends Omit<Sent, 'timestamptz'> {
  numeric: number;
  timestamptz: Date;
}

type Sending<Type> = Type extends `${infer Element}[]`
  ? readonly (Sending<Element> | null)[]
  : Type extends keyof Sent
    ? Sent[Type]
    : never;

/** Any value may be null: PostgreSQL does not say where that is refused. */
export type ParametersOf<Name extends keyof Described> = {
  readonly [Key in keyof Described[Name]['parameters']]: Sending<
    Described[Name]['parameters'][Key]
  > | null;
};

/** The statement's text, unless the declared types are not those of the database. */
export type Checked<Name extends keyof Described, Parameters, Row, Filled> =
  | UnknownNames<Parameters, Described[Name]['parameters']>
  | WrongColumns<Described[Name]['row'], Row, Filled> extends infer Wrong
  ? [Wrong] extends [never]
    ? unknown
    : DiffersFromDatabase<Wrong>
  : never;

/** Names that the SQL does not have; none for a statement without parameters, whose type has every name. */
type UnknownNames<Parameters, Found> = string extends keyof Parameters
  ? never
  : Exclude<keyof Parameters, keyof Found>;

/** An error for the compiler to show. */
interface DiffersFromDatabase<Names> {
  readonly differsFromDatabase: Names;
}

/** Of no interest where no column is declared: the statement is executed for what it does. */
type WrongColumns<Found, Row, Filled> = keyof Row extends never
  ? never
  : | Exclude<keyof Found, keyof Row>
    | Exclude<RequiredKeys<Row>, keyof Found>
    | {
        [Key in keyof Found & keyof Row]: Fits<
          Found[Key],
          Row[Key] | (Key extends Filled ? null : never)
        > extends true
          ? never
          : Key;
      }[keyof Found & keyof Row];

type RequiredKeys<Row> = {
  [Key in keyof Row]-?: undefined extends Row[Key] ? never : Key;
}[keyof Row];

/** Whether a column's values are of the declared type, which may be narrower but for null. */
type Fits<Type, Declared> = unknown extends Declared
  ? true
  : Type extends `${infer Base} | null`
    ? null extends Declared
      ? Fits<Base, Declared>
      : false
    : Type extends 'json' | 'jsonb'
      ? true
      : Type extends `${infer Element}[]`
        ? NonNullable<Declared> extends readonly (infer Item)[]
          ? Fits<Element, Item>
          : false
        : Type extends keyof Enums
          ? Related<NonNullable<Declared>, Enums[Type]>
          : Type extends keyof Received
            ? NonNullable<Declared> extends Received[Type]
              ? true
              : false
            : false;

/** Of an enumeration a statement may give only some words, and a reader may not care which there are. */
type Related<A, B> = [A] extends [B] ? true : [B] extends [A] ? true : false;
