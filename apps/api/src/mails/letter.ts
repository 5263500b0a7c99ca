/** What a mail says, in words of one language; the templates (assets/mails) give it its form. */
export interface Letter {
  readonly subject: string;
  readonly heading: string;
  /** At least one; mail readers show the first beside the subject. */
  readonly paragraphs: readonly string[];
  readonly action?: Action | undefined;
  readonly items?: readonly Item[];
  readonly sums?: readonly Sum[];
  readonly address?: { readonly title: string; readonly lines: readonly string[] } | undefined;
  /** What staff can do, each with its call of the API. */
  readonly steps?: readonly Step[];
  /** Ids to search for. */
  readonly references?: readonly { readonly label: string; readonly value: string }[];
}

/** A button; undefined where the shop has no page for it. */
export interface Action {
  readonly label: string;
  readonly url: string;
}

/** A line of an order. */
export interface Item {
  readonly title: string;
  /** Empty where the product has one variant. */
  readonly variant: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: string;
  /** The URL of a small picture. */
  readonly picture: string | undefined;
}

export interface Sum {
  readonly label: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}

export interface Step {
  readonly text: string;
  readonly call?: string;
}
