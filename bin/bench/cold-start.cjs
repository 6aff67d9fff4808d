const { readFileSync } = require('node:fs');

// One cold start in a process of its own: load a handler, answer one event, and print what it took, as a sample, in a
// line of its own. CommonJS, and with nothing that Node has not loaded anyway, so that it costs next to nothing itself.
const [, , bundle, event] = process.argv;

const TIME_LIMIT_MS = 60_000;
const context = { awsRequestId: 'benchmark', getRemainingTimeInMillis: () => TIME_LIMIT_MS };

async function answer() {
  const result = await require(bundle).handler(JSON.parse(event), context);
  const { user, system } = process.cpuUsage();
  const sample = { ms: performance.now(), cpuMs: (user + system) / 1000, peakKb: peakKb() };
  process.stdout.write(`\n${JSON.stringify({ ...sample, result: JSON.stringify(result) ?? '' })}`);
  process.exit();
}

// What the operating system calls maxRSS begins with the memory of the process that started this one.
function peakKb() {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

answer();
