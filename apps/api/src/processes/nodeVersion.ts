/** The first Node that runs TypeScript sources without a flag; also `engines` in package.json. */
const MINIMUM = [22, 18] as const;

/** Ends the process with a clear message on a Node that is too old, before anything newer is loaded. */
export function requireNodeVersion(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  process.stderr.write(
    `Cartwright needs Node ${MINIMUM.join('.')} or newer, and this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}
