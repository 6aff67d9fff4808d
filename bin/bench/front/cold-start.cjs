// One cold start in a process of its own: load a handler, answer one event, report the CPU of the whole process.
// CommonJS and without imports, so that what it costs itself is next to nothing.
const [, , bundle, event] = process.argv;

async function answer() {
  const { statusCode } = await require(bundle).handler(JSON.parse(event), {});
  if (statusCode !== 200) throw new Error(`the handler answered ${statusCode}`);
  const { user, system } = process.cpuUsage();
  process.stdout.write(String((user + system) / 1000));
  process.exit();
}

answer();
