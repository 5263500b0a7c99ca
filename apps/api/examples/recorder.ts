import { EVENT_STREAM } from '../src/routes/sendEvents.ts';
import { CSV, NDJSON } from '../src/routes/sendRows.ts';
import type { OperationExample, Examples } from '../src/openapi/examples.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { Stable } from './stable.ts';

const PATIENCE_MS = 90_000;
/** Of a file. */
const LINES = 4;
/** The headers that a client acts on. */
const TOLD = [
  'Cache-Control',
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'WWW-Authenticate',
] as const;

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** With `{name}` where a parameter goes. */
  readonly path: string;
  readonly forStaff: boolean;
  /** Whether it is for what is the caller's own. */
  readonly forPeople: boolean;
}

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The access token of the caller, where it is not the shop's key. It is not kept. */
  readonly token?: string;
  /** Text is sent as it is. */
  readonly body?: unknown;
  /** Sent as a form with the members of the body. It is not kept. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

interface Caught {
  readonly id: string;
  readonly to: readonly string[];
  readonly text: string;
}

interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data: T;
    readonly meta?: Record<string, unknown>;
    code?: string;
    error?: string;
  };
}

/** Sends requests to a running shop, and keeps the first answer of each kind for each operation. */
export class Recorder {
  /** By operation: the calls that were recorded, as they were sent. */
  readonly calls = new Map<string, Call>();
  readonly operations: ReadonlyMap<string, Operation>;
  readonly #examples = new Map<string, OperationExample>();
  readonly #stable = new Stable();
  #base: string;
  readonly #adminKey: string;
  #person: Readonly<Record<string, string>> = {};

  constructor(base: string, adminKey: string, operations: readonly Operation[]) {
    this.#base = base;
    this.#adminKey = adminKey;
    this.operations = new Map(operations.map((operation) => [operation.operationId, operation]));
  }

  /** Continues with a shop at another address. */
  moveTo(base: string): void {
    this.#base = base;
  }

  /** Calls a shop at another address while `work` runs. */
  async at(base: string, work: () => Promise<void>): Promise<void> {
    const own = this.#base;
    this.#base = base;
    try {
      await work();
    } finally {
      this.#base = own;
    }
  }

  /** Calls what is a person's own as this one from now on. @param as the headers of a session. */
  actAs(as: Readonly<Record<string, string>>): void {
    this.#person = as;
  }

  /** Replaces a value that differs from run to run and has no recognisable form. */
  rename(text: string, standIn: string): this {
    this.#stable.rename(text, standIn);
    return this;
  }

  /** Sends a request that succeeds, and keeps it with its answer. @returns the answer's data. */
  async record<T = unknown>(operationId: string, call: Call = {}): Promise<T> {
    const answer = await this.ask<T>(operationId, call);
    if (answer.status > 303) this.#fail(operationId, answer);
    if (!this.calls.has(operationId)) {
      this.calls.set(operationId, call);
      this.#keep(operationId, {
        request: this.#requestOf(call),
        response: this.#responseOf(answer),
      });
    }
    return answer.body.data;
  }

  /** Sends a request for lines in another format than the recorded one, and keeps the first beside that. */
  async recordAlso(operationId: string, mediaType: string, call: Call): Promise<void> {
    const answer = await this.ask(operationId, call);
    const response = this.#examples.get(operationId)?.response;
    const text: unknown = answer.body;
    if (typeof text !== 'string' || !response) this.#fail(operationId, answer, 'lines');
    const others = {
      ...response.others,
      [mediaType]: this.#stable.of(firstLines(text, 1)),
    };
    this.#keep(operationId, { response: { ...response, others } });
  }

  /** Sends a request that is refused with this code, and keeps the problem document. */
  async refused(operationId: string, code: string, call: Call = {}): Promise<void> {
    const answer = await this.ask(operationId, call);
    if ((answer.body.code ?? answer.body.error) !== code) this.#fail(operationId, answer, code);
    this.#keepProblem(operationId, code, answer);
  }

  /** Sends a request that may be refused with a code; keeps the problem if it is. @returns whether. */
  async perhapsRefused(operationId: string, code: string, call: Call): Promise<boolean> {
    const answer = await this.ask(operationId, call);
    const isRefused = answer.body.code === code;
    if (isRefused) this.#keepProblem(operationId, code, answer);
    return isRefused;
  }

  /** Repeats a request until its answer is as expected, and keeps nothing. */
  async until<T>(operationId: string, call: Call, holds: (data: T) => boolean): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.ask<T>(operationId, call);
      if (answer.status === 200 && holds(answer.body.data)) return answer.body.data;
      if (Date.now() > deadline) this.#fail(operationId, answer, 'what was waited for');
      await delay(100);
    }
  }

  /** The token in the newest mail to an address that leads to this page. */
  async tokenFor(to: string, page: string): Promise<string> {
    const home = await (await fetch(`${this.#base}/`)).text();
    const mails = /href="(http[^"]+)">Mail</.exec(home)?.[1]?.replace(/\/$/, '');
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const list = (await (await fetch(`${mails}/messages`)).json()) as Caught[];
      for (const { id } of list.filter((mail) => mail.to.includes(to))) {
        const { text } = (await (await fetch(`${mails}/messages/${id}`)).json()) as Caught;
        const token = new RegExp(`/account/${page}#token=([\\w-]+)`).exec(text)?.[1];
        if (token !== undefined) return token;
      }
      await delay(100);
    }
    throw new Error(`No mail to ${to} has a link to ${page}`);
  }

  async ask<T = unknown>(operationId: string, call: Call): Promise<Answer<T>> {
    const operation = this.operations.get(operationId);
    if (!operation) throw new Error(`There is no operation ${operationId}`);
    const { params = {}, query = {}, headers = {}, token, file, body } = call;
    const form = file && formOf(file, body);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) search.set(name, String(value));
    const answer = await fetch(
      `${this.#base}${path}${search.size > 0 ? `?${search.toString()}` : ''}`,
      {
        method: operation.method.toUpperCase(),
        redirect: 'manual',
        headers: {
          ...(operation.forPeople && this.#person),
          ...((operation.forStaff || token !== undefined) && {
            Authorization: `Bearer ${token ?? this.#adminKey}`,
          }),
          ...(body !== undefined && !form && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        ...(form && { body: form }),
      },
    );
    const text = await answer.text();
    // Lines of JSON, and events, are kept as they came; of CSV the first lines.
    const type = answer.headers.get('content-type') ?? '';
    const isLines = [NDJSON, CSV, EVENT_STREAM].some((kind) => type.startsWith(kind));
    const shown = type.startsWith(CSV) ? firstLines(text) : text;
    const parsed: unknown = isLines ? shown : text === '' ? {} : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, body: parsed as Answer<T>['body'] };
  }

  /** Brings bytes to the signed address of an upload. */
  async bring(
    { url, headers }: { readonly url: string; readonly headers: Record<string, string> },
    bytes: Uint8Array,
  ): Promise<void> {
    const address = this.#base + new URL(url).pathname;
    const { status } = await fetch(address, { method: 'PUT', headers, body: Buffer.from(bytes) });
    if (status >= 300) throw new Error(`The upload was answered with ${status}`);
  }

  /** All recordings, in the order of the operations. */
  all(): Examples {
    const entries = [...this.operations.keys()].flatMap((operationId) => {
      const example = this.#examples.get(operationId);
      return example ? [[operationId, example] as const] : [];
    });
    return Object.fromEntries(entries);
  }

  #keep(operationId: string, part: Partial<OperationExample>): void {
    const found = this.#examples.get(operationId) ?? {
      request: {},
      response: { status: 0, headers: {}, body: null },
      problems: {},
    };
    this.#examples.set(operationId, { ...found, ...part });
  }

  #keepProblem(operationId: string, code: string, { body }: Answer): void {
    const known = this.#examples.get(operationId)?.problems ?? {};
    if (code in known) return;
    this.#keep(operationId, { problems: { ...known, [code]: this.#stable.of(body) } });
  }

  #requestOf({ token: _secret, file: _bytes, ...call }: Call): OperationExample['request'] {
    return this.#stable.of(call) as OperationExample['request'];
  }

  #responseOf({ status, headers, body }: Answer): OperationExample['response'] {
    const told = TOLD.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    const response = { status, headers: Object.fromEntries(told), body };
    return this.#stable.of(response) as OperationExample['response'];
  }

  #fail(operationId: string, { status, body }: Answer, wanted = 'a success'): never {
    throw new Error(`${operationId}: ${wanted} was expected: ${status} ${JSON.stringify(body)}`);
  }
}

function firstLines(text: string, count = LINES): string {
  return text.split('\n').slice(0, count).join('\n');
}

function formOf({ name, bytes }: NonNullable<Call['file']>, fields: unknown): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(Object(fields) as object))
    form.set(field, value as string);
  form.set('file', new Blob([Buffer.from(bytes)]), name);
  return form;
}
