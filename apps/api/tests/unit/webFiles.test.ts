import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
} from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createWebFiles } from '../../src/integrations/webFiles.ts';
import { isPublicAddress } from '../../src/integrations/webFiles/publicAddress.ts';
import { RemoteFileError } from '../../src/ports/remoteFiles.ts';

/** In the place of a server of the internet, and of one of the shop's own network. */
const PUBLIC = '127.0.0.2';
const PRIVATE = '127.0.0.1';

type Answer = (req: IncomingMessage, res: ServerResponse) => void;

const open: (Server | TcpServer)[] = [];
/** Paths that the private server was asked for. */
let askedPrivately: string[];
let port: number;
let answers: Record<string, Answer>;

/** Both listen on one port, so that one URL may mean either. */
beforeAll(async () => {
  const publicServer = createServer((req, res) => {
    const answer = answers[(req.url ?? '').split('?')[0] ?? ''];
    if (answer) answer(req, res);
    else res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => publicServer.listen(0, PUBLIC, resolve));
  ({ port } = publicServer.address() as AddressInfo);
  const privateServer = createServer((req, res) => {
    askedPrivately.push(req.url ?? '');
    res.end('secret');
  });
  await new Promise<void>((resolve) => privateServer.listen(port, PRIVATE, resolve));
  open.push(publicServer, privateServer);
});
afterAll(async () => {
  for (const server of open) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
beforeEach(() => {
  askedPrivately = [];
  answers = { '/tee.png': (_req, res) => res.end('a picture') };
});

type Options = NonNullable<Parameters<typeof createWebFiles>[0]>;

function webFiles(options: Options = {}) {
  return createWebFiles({
    ports: [port],
    isAllowed: (address) => address === PUBLIC,
    resolve: () => Promise.resolve([{ address: PUBLIC, family: 4 }]),
    ...options,
  });
}

async function read(url: string, options?: Options): Promise<string> {
  const { stream } = await webFiles(options).open(url);
  return (await buffer(stream)).toString();
}

/** What was wrong, without an answer by the private server. */
async function refusalOf(url: string, options?: Options): Promise<string> {
  const error: unknown = await read(url, options).catch((error: unknown) => error);
  if (!(error instanceof RemoteFileError)) throw new Error(`not refused: ${String(error)}`);
  return error.problem;
}

const at = (path: string, host = 'shop.example') => `http://${host}:${port}${path}`;

describe('a file of the web', () => {
  test('is read, and its final address is told', async () => {
    answers['/old'] = (_req, res) => res.writeHead(302, { Location: '/tee.png?v=2' }).end();
    const { stream, url } = await webFiles().open(at('/old'));
    expect([(await buffer(stream)).toString(), url]).toEqual(['a picture', at('/tee.png?v=2')]);
  });

  test('is asked for by the name of its host, without a cookie or a packed body', async () => {
    let headers: IncomingMessage['headers'] = {};
    answers['/tee.png'] = (req, res) => {
      ({ headers } = req);
      res.end('x');
    };
    await read(at('/tee.png'));
    expect(headers).toMatchObject({ host: `shop.example:${port}`, 'accept-encoding': 'identity' });
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});

describe('an address into the own network', () => {
  test.each([
    ['the loopback address', '127.0.0.1'],
    ['a decimal number', '2130706433'],
    ['octal numbers', '0177.0.0.01'],
    ['a hexadecimal number', '0x7f000001'],
    ['a shortened form', '127.1'],
    ['full-width digits', '１２７.0.0.1'],
    ['the unspecified address', '0.0.0.0'],
    ['zero', '0'],
    ['IPv6', '[::1]'],
    ['unspecified IPv6', '[::]'],
    ['IPv4 in IPv6', '[::ffff:127.0.0.1]'],
    ['IPv4 in IPv6, in hexadecimal', '[::ffff:7f00:1]'],
    ['IPv4 in the old form of IPv6', '[::127.0.0.1]'],
    ['the metadata of a cloud', '169.254.169.254'],
    ['the same through NAT64', '[64:ff9b::a9fe:a9fe]'],
    ['a private network', '10.0.0.8'],
  ])('is refused as %s', async (_name, host) => {
    expect(await refusalOf(at('/', host), { isAllowed: isPublicAddress })).toBe('refused');
    expect(askedPrivately).toEqual([]);
  });

  test('is refused behind a name, also among public ones', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: PUBLIC, family: 4 },
        { address: PRIVATE, family: 4 },
      ]);
    expect(await refusalOf(at('/'), { resolve })).toBe('refused');
    expect(await refusalOf(at('/', 'localhost'), { resolve: undefined as never })).toBe('refused');
    expect(askedPrivately).toEqual([]);
  });

  test('is not reached by a name that means another address the next time', async () => {
    const names = [PUBLIC, PRIVATE, PRIVATE];
    let lookUps = 0;
    const resolve = () => {
      lookUps += 1;
      return Promise.resolve([{ address: names.shift() ?? PRIVATE, family: 4 }]);
    };
    expect(await read(at('/tee.png'), { resolve })).toBe('a picture');
    expect([lookUps, askedPrivately]).toEqual([1, []]);
  });

  test.each(['//127.0.0.1', 'http://localhost', 'http://[::ffff:127.0.0.1]', 'http://2130706433'])(
    'is refused as the place of a redirect: %s',
    async (place) => {
      answers['/away'] = (_req, res) => {
        res.writeHead(307, { Location: `${place}:${port}/secret` }).end();
      };
      const resolve = (host: string) =>
        Promise.resolve([{ address: host === 'localhost' ? PRIVATE : PUBLIC, family: 4 }]);
      expect(await refusalOf(at('/away'), { resolve })).toBe('refused');
      expect(askedPrivately).toEqual([]);
    },
  );

  test('is refused where the next look-up of a redirect has changed', async () => {
    answers['/away'] = (_req, res) => res.writeHead(302, { Location: '/secret' }).end();
    const names = [PUBLIC, PRIVATE];
    const resolve = () => Promise.resolve([{ address: names.shift() ?? PRIVATE, family: 4 }]);
    expect(await refusalOf(at('/away'), { resolve })).toBe('refused');
    expect(askedPrivately).toEqual([]);
  });
});

describe('an address that is', () => {
  test.each([
    ['no address', 'tee.png'],
    ['of a file', 'file:///etc/passwd'],
    ['of FTP', 'ftp://shop.example/tee.png'],
    ['data itself', 'data:image/png;base64,AAAA'],
    ['with a user', 'http://ada@shop.example/tee.png'],
    ['with a password', 'http://:secret@shop.example/tee.png'],
    ['endless', `http://shop.example/${'a'.repeat(3000)}`],
  ])('%s is refused', async (_name, url) => {
    expect(await refusalOf(url, { ports: [80, 443, port] })).toBe('refused');
  });

  test.each([22, 25, 6379, 8080])('of port %s is refused', async (other) => {
    expect(await refusalOf(`http://shop.example:${other}/`, { ports: [80, 443] })).toBe('refused');
  });

  test('redirected to one with a password is refused', async () => {
    answers['/away'] = (_req, res) => {
      res.writeHead(302, { Location: `http://a:b@shop.example:${port}/tee.png` }).end();
    };
    expect(await refusalOf(at('/away'))).toBe('refused');
  });
});

describe('a server that', () => {
  test('redirects without end is left after five times', async () => {
    let redirects = 0;
    answers['/loop'] = (_req, res) => {
      redirects += 1;
      res.writeHead(302, { Location: '/loop' }).end();
    };
    expect([await refusalOf(at('/loop')), redirects]).toEqual(['unavailable', 6]);
  });

  test('announces too much is left before a byte', async () => {
    answers['/big'] = (_req, res) => res.writeHead(200, { 'Content-Length': 1e10 }).flushHeaders();
    expect(await refusalOf(at('/big'))).toBe('tooLarge');
  });

  test('sends without end is left at the limit', async () => {
    const most = 64 * 1024 * 1024;
    let sent = 0;
    function* chunks() {
      for (; sent < most; sent += 16_384) yield Buffer.alloc(16_384);
    }
    answers['/endless'] = (_req, res) => {
      pipeline(Readable.from(chunks()), res, () => undefined);
    };
    expect(await refusalOf(at('/endless'), { maxBytes: 100_000 })).toBe('tooLarge');
    expect(sent).toBeLessThan(most);
  });

  test('sends less than it announces is not believed', async () => {
    answers['/short'] = (_req, res) => {
      res.writeHead(200, { 'Content-Length': 100 }).write('only this');
      setImmediate(() => res.destroy());
    };
    expect(await refusalOf(at('/short'))).toBe('unavailable');
  });

  test('drips a byte now and then is left when the time is over', async () => {
    answers['/drip'] = (_req, res) => {
      const timer = setInterval(() => res.write('x'), 5);
      res.on('close', () => clearInterval(timer));
    };
    expect(await refusalOf(at('/drip'), { timeoutMs: 150 })).toBe('unavailable');
  });

  test.each([
    ['after the request', (_req: IncomingMessage, _res: ServerResponse) => undefined],
    ['after its headers', (_req: IncomingMessage, res: ServerResponse) => res.flushHeaders()],
  ])('is silent %s is left', async (_name, answer) => {
    answers['/silent'] = answer;
    expect(await refusalOf(at('/silent'), { idleMs: 50 })).toBe('unavailable');
  });

  test('has a name that no one resolves is left when the time is over', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await refusalOf(at('/'), { resolve, timeoutMs: 50 })).toBe('unavailable');
  });

  test.each([204, 206, 300, 304, 404, 500])(
    'answers with status %s has no file',
    async (status) => {
      answers['/other'] = (_req, res) => res.writeHead(status).end();
      expect(await refusalOf(at('/other'))).toBe('unavailable');
    },
  );

  test('packs the file is refused, since it may unpack to any size', async () => {
    answers['/gz'] = (_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x');
    expect(await refusalOf(at('/gz'))).toBe('unavailable');
  });

  test('speaks no HTTP, or has endless headers, is not believed', async () => {
    const speak = async (text: string) => {
      const server = createTcpServer((socket) =>
        socket
          .on('error', () => undefined)
          .resume()
          .end(text),
      );
      open.push(server);
      await new Promise<void>((resolve) => server.listen(0, PUBLIC, resolve));
      const other = (server.address() as AddressInfo).port;
      return await refusalOf(`http://shop.example:${other}/`, { ports: [other] });
    };
    expect(await speak('SSH-2.0-OpenSSH_9.2\r\n')).toBe('unavailable');
    expect(await speak(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}`)).toBe('unavailable');
  });

  test('does not listen is told in the same words as one that sends nonsense', async () => {
    const message = async (url: string, ports: number[]) =>
      await read(url, { ports }).catch((error: unknown) => String(error));
    answers['/nonsense'] = (_req, res) => res.socket?.end('nonsense');
    const closed = await message('http://shop.example:9/', [9]);
    expect(closed).toBe(await message(at('/nonsense'), [port]));
  });
});

describe('an IP address', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
    '::ffff:8.8.8.8',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:0:127.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});
