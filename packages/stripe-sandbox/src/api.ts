import { authenticateKey, requireSecretKey } from './auth.ts';
import type { KeyKind } from './auth.ts';
import type { Core } from './core.ts';
import { ApiError } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Form } from './form.ts';
import { IdempotencyKeys } from './idempotency.ts';
import type { Answer, KeyedRequest } from './idempotency.ts';
import { publicView } from './publicView.ts';
import { findRoute } from './routes.ts';
import type { Route } from './routes.ts';
import type { JsonObject } from './types.ts';

/** A request of the API, read from the wire. */
export interface ApiRequest {
  id: string;
  method: string;
  path: string;
  form: Form;
  authorization: string | undefined;
  idempotencyKey: string | undefined;
}

/** Answers requests of the API: key, route, idempotency, fault, effect. */
export class Api {
  readonly #core: Core;
  readonly #faults: Faults;
  readonly #keys: IdempotencyKeys;

  constructor(core: Core, faults: Faults) {
    this.#core = core;
    this.#faults = faults;
    this.#keys = new IdempotencyKeys(core.store);
    this.#keys.prune();
  }

  /**
   * Runs a request and passes the answer to `send`; the idempotency key is locked until that is done.
   * @throws ConnectionReset when a fault cuts the connection
   */
  async answer(request: ApiRequest, send: (answer: Answer) => void): Promise<void> {
    let claimed: string | undefined;
    let keeps: KeyedRequest | undefined;
    try {
      const keyKind = this.#authenticate(request);
      const { route, id } = knownRoute(request);
      if (!route.publishable) requireSecretKey(keyKind);
      const keyed = keyedRequest(request);
      const earlier = keyed === undefined ? undefined : this.#keys.claim(keyed);
      if (earlier === undefined) claimed = keyed?.key;
      const fault = this.#faults.take(request.method, request.path);
      // The first answer under a key is stored.
      if (fault?.keep === true && earlier === undefined) keeps = keyed;
      await this.#faults.apply(fault, 'before');
      const answer = earlier ?? this.#execute(request, route, id, keyKind, keyed);
      await this.#faults.apply(fault, 'after');
      send(answer);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const answer = errorAnswer(request, error);
      if (keeps !== undefined) this.#keys.keep(keeps, answer);
      send(answer);
    } finally {
      if (claimed !== undefined) this.#keys.release(claimed);
    }
  }

  #authenticate(request: ApiRequest): KeyKind {
    const formKey = request.form.get('key');
    request.form.delete('key');
    return authenticateKey(
      this.#core.settings,
      request.authorization,
      typeof formKey === 'string' ? formKey : undefined,
    );
  }

  /** Effect, events, deliveries and the stored answer are one transaction. */
  #execute(
    request: ApiRequest,
    route: Route,
    id: string,
    keyKind: KeyKind,
    keyed: KeyedRequest | undefined,
  ): Answer {
    const publishable = keyKind === 'publishable';
    const call = {
      core: this.#core,
      requestId: request.id,
      idempotencyKey: request.idempotencyKey ?? null,
      publishable,
    };
    const keep = (answer: Answer): Answer => {
      if (keyed !== undefined) this.#keys.keep(keyed, answer);
      return answer;
    };
    const { store } = this.#core;
    try {
      return store.transaction(() => {
        try {
          const result: JsonObject = { ...route.run(call, request.form, id) };
          const shown = publishable ? publicView(result) : result;
          return keep(jsonAnswer(request, 200, shown));
        } catch (error) {
          // A decline is an answer with an effect: the failed charge and its events stay.
          if (!(error instanceof ApiError) || error.type !== 'card_error') throw error;
          return keep(errorAnswer(request, publishable ? publicError(error) : error));
        }
      });
    } catch (error) {
      if (!(error instanceof ApiError) || error.refused) throw error;
      return store.transaction(() => keep(errorAnswer(request, error)));
    }
  }
}

function knownRoute(request: ApiRequest): { route: Route; id: string } {
  const found = findRoute(request.method, request.path);
  if (found !== undefined) return found;
  throw new ApiError(
    404,
    'invalid_request_error',
    `Unrecognized request URL (${request.method}: ${request.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    {},
    true,
  );
}

/** Only a POST has an idempotency key; the others are idempotent by nature. */
function keyedRequest(request: ApiRequest): KeyedRequest | undefined {
  if (request.method !== 'POST' || request.idempotencyKey === undefined) return undefined;
  return {
    key: request.idempotencyKey,
    endpoint: `${request.method} ${request.path}`,
    form: request.form,
  };
}

function publicError(error: ApiError): ApiError {
  const { payment_intent: intent, setup_intent: setup, ...details } = error.details;
  return new ApiError(error.status, error.type, error.message, {
    ...details,
    ...(intent === undefined ? {} : { payment_intent: publicView(intent) }),
    ...(setup === undefined ? {} : { setup_intent: publicView(setup) }),
  });
}

const errorAnswer = (request: ApiRequest, error: ApiError): Answer =>
  jsonAnswer(request, error.status, error.body());

const jsonAnswer = (request: ApiRequest, status: number, body: JsonObject): Answer => ({
  status,
  body: `${JSON.stringify(body, null, 2)}\n`,
  requestId: request.id,
  replayed: false,
});
