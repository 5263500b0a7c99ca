import type { createDocument } from 'zod-openapi';
import type { Examples, OperationExample } from './examples.ts';

type Document = ReturnType<typeof createDocument>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const places = { path: 'params', query: 'query', header: 'headers' } as const;

/**
 * Gives each operation's parameters the values of its recorded request. Operations share parameter
 * schemas, so this happens on the finished document.
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
 * Marks optional query parameters with `allowEmptyValue`, since forms send them empty. OpenAPI has
 * no such mark for a body's members.
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
 * A parameter that the recorded request did not use keeps its schema's example, but the reference
 * does not send it when the request is tried (Scalar's extension).
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
