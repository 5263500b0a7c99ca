import type { createDocument } from 'zod-openapi';
import type { Examples, OperationExample } from './examples.ts';

type Document = ReturnType<typeof createDocument>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const places = { path: 'params', query: 'query', header: 'headers' } as const;

/**
 * Gives the parameters of each operation the values of its recorded request. They are made from
 * schemas that operations share, so it is done when they stand in the document.
 */
export function exampleParameters(document: Document, examples: Examples): Document {
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of methods.map((method) => item[method])) {
      const example = examples[operation?.operationId ?? ''];
      if (!example) continue;
      for (const parameter of operation?.parameters ?? []) {
        if (!('name' in parameter)) continue;
        const value = valueOf(example.request, parameter);
        if (value !== undefined) parameter.example = value;
        else if (!parameter.required) leaveOut(parameter);
      }
    }
  }
  return document;
}

/**
 * Says of each optional parameter of a query that it may stand there without a value, as forms send
 * it; OpenAPI has a word for it, and none for a body's members.
 */
export function allowBlankParameters(document: Document): Document {
  for (const item of Object.values(document.paths ?? {})) {
    for (const parameter of methods.flatMap((method) => item[method]?.parameters ?? [])) {
      if (!('in' in parameter) || parameter.in !== 'query' || parameter.required) continue;
      parameter.allowEmptyValue = true;
    }
  }
  return document;
}

/**
 * A parameter that the recorded request did without keeps the example of its schema, but is not sent
 * when the request is tried in the reference (Scalar's extension).
 */
function leaveOut(parameter: { schema?: unknown; examples?: unknown }): void {
  const { example, enum: choices } = (parameter.schema ?? {}) as {
    example?: unknown;
    enum?: unknown[];
  };
  const value = example ?? choices?.[0];
  if (value !== undefined) parameter.examples = { optional: { value, 'x-disabled': true } };
}

function valueOf(
  request: OperationExample['request'],
  parameter: { in: string; name: string },
): unknown {
  const place = Object.entries(places).find(([where]) => where === parameter.in)?.[1];
  return place && request[place]?.[parameter.name];
}
