import { notFound } from '../kernel/errors.ts';
import { loadContents } from '../mails/registry.ts';
import type { Content } from '../mails/content.ts';
import type { EmailService } from '../services/email.service.ts';
import { canonicalLocale } from '../utils/locale.ts';

interface PreviewDeps {
  readonly email: Pick<EmailService, 'preview'>;
  readonly mail: {
    readonly orderPageUrl?: string | undefined;
    readonly staffOrderPageUrl?: string | undefined;
  };
  readonly defaultLocale: string;
}

/** Every mail with example data, for those who develop a shop. */
export function createMailPreviewsController({ email, mail, defaultLocale }: PreviewDeps) {
  const localeOf = (query: unknown) =>
    (typeof query === 'string' ? canonicalLocale(query) : undefined) ?? defaultLocale;

  const previewOf = (content: Content, locale: string) =>
    email.preview(content, {
      locale,
      mediaUrl: '/dev/mails/pictures',
      orderPageUrl: mail.orderPageUrl ?? 'https://shop.example/orders/{id}',
      staffOrderPageUrl: mail.staffOrderPageUrl ?? 'https://admin.shop.example/orders/{id}',
    });

  return {
    /** Every mail in a locale. */
    async list(query: unknown) {
      const locale = localeOf(query);
      const contents = await loadContents();
      const mails = contents.map(async (content) => ({
        ...content.mail,
        examples: await previewOf(content, locale),
      }));
      return { locale, mails: await Promise.all(mails) };
    },

    /** One example as HTML. @throws {AppError} not_found */
    async show(name: string, example: number, query: unknown): Promise<string> {
      const content = (await loadContents()).find((candidate) => candidate.mail.name === name);
      const shown = content && (await previewOf(content, localeOf(query)))[example];
      if (!shown) throw notFound('mail');
      return shown.html;
    },
  };
}

export type MailPreviews = Awaited<
  ReturnType<ReturnType<typeof createMailPreviewsController>['list']>
>;
