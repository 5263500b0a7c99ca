import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium of CHROME_PATH, or one in the PATH; undefined when there is none. */
export function findBrowser(): string | undefined {
  const { CHROME_PATH, PATH = '' } = process.env;
  const folders = PATH.split(path.delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...(CHROME_PATH === undefined ? [] : [CHROME_PATH]), ...candidates].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A message of the DevTools protocol: an answer to a command, or an event. */
interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** A page of a headless browser, by the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/). */
export interface Page {
  /** Every URL that the page has requested. */
  readonly requests: string[];
  /** Its console errors, including policy violations and exceptions. */
  readonly errors: string[];
  /** Opens it and waits until everything that it loads at once is loaded. */
  open(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page, awaited. */
  evaluate(expression: string): Promise<unknown>;
  useColourScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** The size of the window, in pixels. */
  useSize(width: number, height: number): Promise<void>;
  /** A screenshot as a PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

const WIDTH = 1200;
const HEIGHT = 1000;

/** Starts a browser on a throw-away profile, with one page. */
export async function openPage(executable: string): Promise<Page> {
  const profile = mkdtempSync(path.join(tmpdir(), 'cartwright-browser-'));
  const browser = spawn(
    executable,
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      // In containers: no second user, little shared memory.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-first-run',
      '--hide-scrollbars',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(browser, 'exit');
  const devTools = await connect(await addressOf(browser));
  const { targetInfos } = await devTools.send('Target.getTargets');
  const target = (targetInfos as { type: string; targetId: string }[]).find(
    ({ type }) => type === 'page',
  );
  const session = await devTools.send('Target.attachToTarget', {
    targetId: target?.targetId,
    flatten: true,
  });
  const page = await pageOf(devTools, String(session['sessionId']));
  return {
    ...page,
    async close() {
      await devTools.send('Browser.close');
      await exited;
      devTools.close();
      browser.stderr.destroy();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Its address, which it prints to its standard error. */
async function addressOf(browser: ChildProcess): Promise<string> {
  if (!browser.stderr) throw new Error('The browser has no standard error');
  for await (const line of createInterface(browser.stderr)) {
    const address = /^DevTools listening on (ws:\/\/\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      browser.stderr.resume();
      return address;
    }
  }
  throw new Error('The browser ended before it listened');
}

type DevTools = Awaited<ReturnType<typeof connect>>;

async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let lastId = 0;
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((message: Message) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) for (const listener of listeners) listener(message);
    else waiting.get(message.id)?.(message);
  });
  return {
    close: () => socket.close(),
    onEvent: (listener: (message: Message) => void) => void listeners.push(listener),
    async send(method: string, params: object = {}, sessionId?: string) {
      const id = ++lastId;
      const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ id, method, params, sessionId }));
      const { result, error } = await answered;
      waiting.delete(id);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
  };
}

async function pageOf(devTools: DevTools, sessionId: string): Promise<Omit<Page, 'close'>> {
  const requests: string[] = [];
  const errors: string[] = [];
  let onLoad: () => void = () => undefined;
  const send = (method: string, params?: object) => devTools.send(method, params, sessionId);
  devTools.onEvent(({ method, params = {} }) => {
    if (method === 'Network.requestWillBeSent') {
      requests.push((params['request'] as { url: string }).url);
    }
    if (method === 'Page.loadEventFired') onLoad();
    const error = errorIn(method, params);
    if (error !== undefined) errors.push(error);
  });
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await send(`${domain}.enable`);
  const useSize = async (width: number, height: number) => {
    const size = { width, height, deviceScaleFactor: 1, mobile: false };
    await send('Emulation.setDeviceMetricsOverride', size);
  };
  await useSize(WIDTH, HEIGHT);
  return {
    requests,
    errors,
    async open(url) {
      const loaded = new Promise<void>((resolve) => (onLoad = resolve));
      await send('Page.navigate', { url });
      await loaded;
    },
    async evaluate(expression) {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result } = await send('Runtime.evaluate', options);
      return (result as { value?: unknown }).value;
    },
    useSize,
    async useColourScheme(value) {
      const features = [{ name: 'prefers-color-scheme', value }];
      await send('Emulation.setEmulatedMedia', { features });
    },
    async screenshot() {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(String(data), 'base64');
    },
  };
}

function errorIn(method: string | undefined, params: Record<string, unknown>): string | undefined {
  const isError = (params['entry'] as { level?: string } | undefined)?.level === 'error';
  if (method === 'Log.entryAdded' && isError) return JSON.stringify(params['entry']);
  if (method === 'Runtime.exceptionThrown') return JSON.stringify(params['exceptionDetails']);
  if (method === 'Runtime.consoleAPICalled' && params['type'] === 'error') {
    return JSON.stringify(params['args']);
  }
  return undefined;
}
