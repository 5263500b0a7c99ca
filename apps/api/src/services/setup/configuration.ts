import { done, open, type SetupStep } from '../../ports/setupStep.ts';

/** What the environment says. */
export interface SetupConfig {
  shop: {
    name: string;
    currency: string;
    country: string;
  };
  /** The default values of name and sender. */
  demo: { shopName: string; mailFrom: string };
  mail: { embedded: boolean; from: string; staff?: string | undefined };
  http: { publicUrl: string; corsOrigins: readonly string[] };
}

/** What the environment must name: the sender, the mail server, the payment providers, the address. */
export function configurationSteps(
  config: SetupConfig,
  providerSteps: readonly SetupStep[],
): SetupStep[] {
  return [
    sender(config),
    mailServer(config),
    ...providerSteps,
    staffEmail(config),
    publicUrl(config),
    storefront(config),
  ];
}

function sender({ shop, mail, demo }: SetupConfig): SetupStep {
  const step = ['sender', 'A name and a sender of mails'] as const;
  const unset = [
    ...(shop.name === demo.shopName ? ['SHOP_NAME'] : []),
    ...(mail.from === demo.mailFrom ? ['MAIL_FROM'] : []),
  ];
  return unset.length === 0
    ? done(...step, `Mails come from ${mail.from}.`)
    : open(
        ...step,
        `Mails would come from ${mail.from}, signed "${shop.name}".`,
        `Set ${unset.join(' and ')}.`,
      );
}

function mailServer({ mail }: SetupConfig): SetupStep {
  const step = ['mail', 'A mail server'] as const;
  return mail.embedded
    ? open(
        ...step,
        'Mail is caught on the machine of the shop, so customers get none.',
        'Set SMTP_URL.',
      )
    : done(...step, 'Mail goes out by the server of SMTP_URL.');
}

function staffEmail({ mail }: SetupConfig): SetupStep {
  const step = ['staffEmail', 'An address for notices to staff'] as const;
  return mail.staff === undefined
    ? open(
        ...step,
        'Staff get no mail about failed refunds, disputes and what else needs attention.',
        'Set STAFF_EMAIL.',
        'advice',
      )
    : done(...step, `Notices go to ${mail.staff}.`);
}

function publicUrl({ http }: SetupConfig): SetupStep {
  const step = ['publicUrl', 'An address that customers reach'] as const;
  const isLocal = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/.test(
    http.publicUrl,
  );
  return isLocal
    ? open(
        ...step,
        `Links in answers and mails begin with ${http.publicUrl}.`,
        'Set PUBLIC_URL to the address of the proxy in front.',
      )
    : done(...step, `Links begin with ${http.publicUrl}.`);
}

function storefront({ http }: SetupConfig): SetupStep {
  const step = ['storefront', 'Pages that may call the API'] as const;
  return http.corsOrigins.length > 0
    ? done(...step, `Pages of ${http.corsOrigins.join(', ')} may.`)
    : open(
        ...step,
        'No page may call it from a browser; a server may.',
        'Set CORS_ORIGINS to the origins of the storefront’s pages.',
        'advice',
      );
}
