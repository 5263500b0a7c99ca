type Bound<UseCase> = UseCase extends (deps: never, ...input: infer Input) => infer Result
  ? (...input: Input) => Result
  : never;

/** Gives use cases what they need, so that their callers give the context and the input alone. */
export function withDeps<
  Deps,
  UseCases extends Readonly<Record<string, (deps: Deps, ...input: never[]) => unknown>>,
>(deps: Deps, useCases: UseCases): { readonly [Name in keyof UseCases]: Bound<UseCases[Name]> } {
  const bound = Object.entries(useCases).map(([name, useCase]) => [
    name,
    useCase.bind(undefined, deps),
  ]);
  return Object.fromEntries(bound) as { [Name in keyof UseCases]: Bound<UseCases[Name]> };
}
