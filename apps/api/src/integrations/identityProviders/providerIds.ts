interface Configured {
  readonly google: unknown;
  readonly github: unknown;
  readonly oidc: readonly { readonly id: string }[];
}

/** The ids of the providers of the configuration, without what it takes to ask them. */
export function providerIdsOf({ google, github, oidc }: Configured): string[] {
  return [
    ...(google === undefined ? [] : ['google']),
    ...(github === undefined ? [] : ['github']),
    ...oidc.map(({ id }) => id),
  ];
}
