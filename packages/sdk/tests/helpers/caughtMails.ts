import type { DemoShop } from './demoShop.ts';

const getJson = async <T>(url: string) => (await (await fetch(url)).json()) as T;

/** The fragment of the link in a mail to someone that leads to a page; waits for the mail. */
export async function fragmentFor(
  { mailUrl }: Pick<DemoShop, 'mailUrl'>,
  email: string,
  page: string,
): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const mails = await getJson<{ id: string; to: string[] }[]>(`${mailUrl}/messages`);
    for (const { id } of mails.filter(({ to }) => JSON.stringify(to).includes(email))) {
      const { text } = await getJson<{ text: string }>(`${mailUrl}/messages/${id}`);
      const [, hash] = new RegExp(`/${page}(#token=\\S+)`).exec(text) ?? [];
      if (hash !== undefined) return hash;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${email} leads to ${page}`);
}

export const tokenOf = (fragment: string) => fragment.slice('#token='.length);
