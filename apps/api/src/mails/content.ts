import type { Context } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';
import type { WrittenAddress } from '../utils/address/formatAddress.ts';
import type { AccountAction } from '../kernel/accountActions.ts';
import type { Language } from '../utils/locale.ts';
import type { Mail, MailOf } from './defineMail.ts';
import type { Letter } from './letter.ts';

/** The messages of a group of mails (ICU), in every language; the compiler misses what lacks. */
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

type Values = Readonly<Record<string, string | number | boolean>>;

/** How a letter is written for one reader: formats of the locale, and addresses of the shop. */
export interface Stationery {
  readonly language: Language;
  readonly shopName: string;
  /** Fills in an ICU message. @throws when a value is missing. */
  readonly format: (message: string, values?: Values) => string;
  readonly money: (money: Money) => string;
  readonly date: (date: Date) => string;
  /** To the minute, with its time zone. */
  readonly time: (time: Date) => string;
  /** In its country's order, with the country's name in the reader's language. */
  readonly address: (address: WrittenAddress) => string[];
  /** The storefront's page of an order; undefined where none is configured. */
  readonly orderPage: (order: OrderReference) => string | undefined;
  /** The page that does what a link is for; its token stands in the fragment, which no server sees. */
  readonly accountPage: (action: AccountAction, token: string) => string;
  /** The token that confirms a sign-up for newsletters. */
  readonly newsletterToken: (requestId: string) => string;
  /** The token of a data export's link. */
  readonly exportToken: (request: { readonly id: string; readonly expiresAt: Date }) => string;
  /** The page on which staff look at an order; undefined where none is configured. */
  readonly staffOrderPage: (order: OrderReference) => string | undefined;
  /** The token of a link, by its id. */
  readonly linkToken: (tokenId: string) => string;
  /** The URL of a file in the shop's storage. */
  readonly mediaUrl: (key: string) => string;
  /** A call of the API as text, such as "POST /api/v1/admin/orders/ord_1/cancel". */
  readonly call: (method: 'POST' | 'PATCH', path: string) => string;
}

export interface OrderReference {
  readonly id: string;
  readonly number: number;
}

/** Writes a message of a mail's words. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** What every mail reads at least: what it is about, and the customer where it goes to one. */
export interface MailFacts {
  /** Part of the Message-ID: a mail that is sent twice is recognized by it. */
  readonly id: string;
  readonly email?: string;
  readonly locale?: string | null;
}

interface Definition<Payload, Facts extends MailFacts, Key extends string> {
  readonly words: Words<Key>;
  /**
   * What is true when the mail is sent; null when no mail is to be sent, such as to someone who was
   * erased meanwhile; undefined when its subject does not exist, which is a mistake.
   */
  readonly read: (ctx: Context, about: Payload) => Promise<Facts | null | undefined>;
  /** The letter; undefined when there is no longer anything to say. */
  readonly compose: (
    facts: Facts,
    translate: Translate<Key>,
    stationery: Stationery,
  ) => Letter | undefined;
  /** Facts for the preview and the tests, by what they show. */
  readonly examples: Readonly<Record<string, Facts>>;
}

/** Loads a mail's content. @throws {Error} when there is no mail of this name. */
export type LoadContent = (name: string) => Promise<Content>;

/** A mail that has been read and waits for its language. */
export interface Draft extends MailFacts {
  readonly write: (stationery: Stationery) => Letter | undefined;
}

/** What a mail reads and says, to those who send it; its facts are its own affair. */
export interface Content {
  readonly mail: Mail;
  /**
   * @param about what the mail reads by, out of its event's payload.
   * @returns null when no mail is to be sent, undefined when its subject does not exist.
   */
  readonly prepare: (ctx: Context, about: unknown) => Promise<Draft | null | undefined>;
  readonly examples: readonly { readonly title: string; readonly draft: Draft }[];
}

/** Declares what a mail reads and says. */
export function defineContent<Payload, Facts extends MailFacts, Key extends string>(
  mail: MailOf<Payload>,
  { words, read, compose, examples }: Definition<Payload, Facts, Key>,
) {
  const draftOf = (facts: Facts): Draft => ({
    ...facts,
    write(stationery) {
      const messages = words[stationery.language];
      return compose(facts, (key, values) => stationery.format(messages[key], values), stationery);
    },
  });
  return {
    mail,
    async prepare(ctx: Context, about: unknown): Promise<Draft | null | undefined> {
      // The mail's own event wrote it, whose payload the compiler has checked.
      const facts = await read(ctx, about as Payload);
      return facts && draftOf(facts);
    },
    examples: Object.entries(examples).map(([title, facts]) => ({ title, draft: draftOf(facts) })),
    /** The draft of given facts, for tests. */
    draftOf,
  };
}
