/** Names the link of one of an invitation's mails, from which its token is derived. */
export const linkIdOf = ({ id, number }: { readonly id: string; readonly number: number }) =>
  `${id}.${number}`;
