import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';

/** A page on which a payer pays one amount. Amounts are decimals, as people write them. */
interface Link {
  readonly link: string;
  /** The merchant's; the same reference creates one link. */
  readonly reference: string;
  readonly made: string;
  readonly sum: string;
  readonly currency: string;
  readonly page: string;
  readonly returnTo: string;
  state: 'open' | 'declined' | 'paid' | 'withdrawn';
  complaint?: Complaint;
}

/** A refund, also a pending one. */
interface Return {
  readonly return: string;
  readonly reference: string;
  readonly link: string;
  readonly made: string;
  readonly sum: string;
  state: 'queued' | 'sent' | 'bounced';
}

/** A dispute: a payer's bank takes the money of a link back. */
interface Complaint {
  readonly complaint: string;
  readonly link: string;
  readonly made: string;
  readonly sum: string;
  readonly currency: string;
  state: 'raised' | 'upheld' | 'rejected';
}

export interface PaylinkServer {
  readonly url: string;
  readonly links: readonly Link[];
  readonly returns: readonly Return[];
  /** The address of webhooks; a lost one is not sent. */
  notify(url: string | undefined): void;
  /** Waits until every webhook has been delivered. */
  delivered(): Promise<void>;
  complain(link: string): Promise<Complaint>;
  decide(link: string, state: 'upheld' | 'rejected'): Promise<void>;
  close(): Promise<void>;
}

/** The shared secret for signatures. */
export const sealOf = (secret: string, text: string): string =>
  createHmac('sha512', secret).update(text).digest('base64url');

/**
 * A payment provider in one process, with pages for payers and an API for merchants, whose requests
 * are signed. It captures payments in full, without authorization.
 */
export async function startPaylink({ secret }: { secret: string }): Promise<PaylinkServer> {
  const links: Link[] = [];
  const returns: Return[] = [];
  const notes = new Set<Promise<unknown>>();
  let notified: string | undefined;
  let url = '';

  function note(about: string, object: string): void {
    if (notified === undefined) return;
    const body = new URLSearchParams({ note: randomUUID(), about, object }).toString();
    const at = String(Date.now());
    const seal = `${at}.${sealOf(secret, `${at}\n${body}`)}`;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Paylink-Seal': seal };
    const sent = fetch(notified, { method: 'POST', headers, body }).catch(() => undefined);
    notes.add(sent);
    void sent.then(() => notes.delete(sent));
  }

  async function delivered(): Promise<void> {
    while (notes.size > 0) await Promise.all(notes);
  }

  const linkOf = (id: unknown) => links.find(({ link }) => link === id);

  function settle(link: Link, state: Link['state']): void {
    link.state = state;
    note('link', link.link);
  }

  const app = express().use(express.text({ type: '*/*' }));

  /** The payer's side: a page with two buttons. */
  app.post('/pages/:link/:outcome', (req, res) => {
    const link = linkOf(req.params.link);
    if (!link || link.state === 'withdrawn') {
      res.status(410).end();
      return;
    }
    if (link.state !== 'paid') settle(link, req.params.outcome === 'pay' ? 'paid' : 'declined');
    res.redirect(303, link.returnTo);
  });

  app.use((req, res, next) => {
    const wanted = sealOf(secret, `${req.method}\n${req.originalUrl}\n${textOf(req)}`);
    if (req.get('authorization') === `Seal ${wanted}`) next();
    else refuse(res, 401, 'unsealed');
  });

  app.put('/links/:reference', (req, res) => {
    const { reference } = req.params;
    const known = links.find((link) => link.reference === reference);
    if (known) return found(res, known);
    const id = `L${links.length + 1}-${randomUUID()}`;
    const { sum, currency, returnTo } = JSON.parse(textOf(req)) as Link;
    const page = `${url}/pages/${id}`;
    const made = new Date().toISOString();
    links.push({ link: id, reference, made, sum, currency, returnTo, page, state: 'open' });
    return found(res, linkOf(id));
  });

  app.get('/links/:link', (req, res) => found(res, linkOf(req.params.link)));

  app.delete('/links/:link', (req, res) => {
    const link = linkOf(req.params.link);
    if (link && link.state !== 'paid' && link.state !== 'withdrawn') settle(link, 'withdrawn');
    found(res, link);
  });

  app.put('/links/:link/returns/:reference', (req, res) => {
    const { reference } = req.params;
    const known = returns.find((one) => one.reference === reference);
    if (known) return found(res, known);
    const link = linkOf(req.params.link);
    if (!link) return refuse(res, 404, 'unknown');
    if (link.complaint?.state === 'raised') return refuse(res, 409, 'complained');
    const { sum } = JSON.parse(textOf(req)) as Return;
    if (cents(sum) > leftOf(link)) return refuse(res, 409, 'nothing_left');
    const made = new Date().toISOString();
    const one: Return = {
      return: `R-${randomUUID()}`,
      reference,
      link: link.link,
      made,
      sum,
      state: 'sent',
    };
    returns.push(one);
    note('return', one.return);
    return found(res, one);
  });

  app.get('/returns/:id', (req, res) =>
    found(
      res,
      returns.find((one) => one.return === req.params.id),
    ),
  );

  app.get('/complaints/:id', (req, res) =>
    found(
      res,
      complaintsOf(links).find(({ complaint }) => complaint === req.params.id),
    ),
  );

  /** Lists, oldest first, ten at a time: `after` is the number of members to skip. */
  const lists: Readonly<Record<string, () => readonly { made: string; link: string }[]>> = {
    links: () => links,
    returns: () => returns,
    complaints: () => complaintsOf(links),
  };
  app.get('/:list', (req, res) => {
    const { from, to, link, after } = req.query;
    const all = (lists[req.params.list]?.() ?? []).filter(
      (one) =>
        one.made >= textOr(from, '') &&
        one.made <= textOr(to, '9') &&
        (link === undefined || one.link === link),
    );
    const begin = Number(after ?? 0);
    res.json({ members: all.slice(begin, begin + 10), more: all.length > begin + 10 });
  });

  function leftOf({ link, sum, complaint }: Link): number {
    const returned = returns.filter((one) => one.link === link && one.state !== 'bounced');
    const lost = complaint && complaint.state !== 'rejected' ? cents(complaint.sum) : 0;
    return cents(sum) - lost - returned.reduce((total, one) => total + cents(one.sum), 0);
  }

  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function complaintOn(id: string): Complaint {
    const complaint = linkOf(id)?.complaint;
    if (!complaint) throw new Error(`There is no complaint about ${id}`);
    return complaint;
  }

  return {
    url,
    links,
    returns,
    notify(to) {
      notified = to;
    },
    delivered,
    async complain(id) {
      const link = linkOf(id);
      if (!link) throw new Error(`There is no link ${id}`);
      const made = new Date().toISOString();
      const { sum, currency } = link;
      const complaint = `C-${randomUUID()}`;
      link.complaint = { complaint, link: id, made, sum, currency, state: 'raised' };
      note('complaint', complaint);
      await delivered();
      return link.complaint;
    },
    async decide(id, state) {
      const complaint = complaintOn(id);
      complaint.state = state;
      note('complaint', complaint.complaint);
      await delivered();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const textOf = (req: Request): string => (typeof req.body === 'string' ? req.body : '');

const textOr = (value: unknown, otherwise: string) =>
  typeof value === 'string' ? value : otherwise;

const cents = (sum: string): number => Math.round(Number(sum) * 100);

function complaintsOf(links: readonly Link[]): Complaint[] {
  return links.flatMap(({ complaint }) => complaint ?? []);
}

function found(res: Response, object: object | undefined): void {
  if (object) res.json(object);
  else refuse(res, 404, 'unknown');
}

function refuse(res: Response, status: number, reason: string): void {
  res.status(status).json({ reason });
}
