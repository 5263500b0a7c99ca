/**
 * Node's HTTP module. An `import` of its values would read each of its exports, `WebSocket` among
 * them, and so load Undici and HTTP/2: 13 MiB of a process (Node 24, 2026-11-30).
 */
export const nodeHttp = process.getBuiltinModule('node:http');
