import { describeApi } from '../scripts/describeApi.ts';
import { ADMIN_KEY, SESSION } from '../src/openapi/operation.ts';
import type { Operation } from './recorder.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation of the document, whether a route of the API or outside of it. */
export async function operationsOfTheApi(): Promise<Operation[]> {
  const { paths = {} } = await describeApi({});
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (operation?.operationId === undefined) return [];
      const { operationId, security = [] } = operation;
      const needs = (scheme: string) => security.some((schemes) => scheme in schemes);
      const [forStaff, forPeople] = [needs(ADMIN_KEY), needs(SESSION)];
      return [{ operationId, method, path, forStaff, forPeople }];
    }),
  );
}
