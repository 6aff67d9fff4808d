import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { openWorkspace } from './workspace.ts';

async function copyAssembly(): Promise<string> {
  const assembly = await mkdtemp(join(tmpdir(), 'lts-chatops-test-'));
  onTestFinished(() => rm(assembly, { recursive: true }));
  await cp(inject('assembly'), assembly, { recursive: true });
  return assembly;
}

/** The stack as it is, but for a front function that leaves out what the worker wants. */
async function ageFront(): Promise<string> {
  const assembly = await copyAssembly();
  let aged = 0;
  for (const name of await readdir(assembly, { recursive: true })) {
    if (!name.endsWith('index.js')) continue;
    const path = join(assembly, name);
    const code = await readFile(path, 'utf8');
    const older = code.replace('channelId:textOf(body.channel_id),', '');
    if (older === code) continue;
    aged += 1;
    await writeFile(path, older);
  }
  expect(aged).toBe(1);
  return assembly;
}

/** The stack as it is, but for a worker whose code cannot be started. */
async function breakWorker(): Promise<string> {
  const assembly = await copyAssembly();
  const path = join(assembly, 'LtsChatOps.template.json');
  const template = JSON.parse(await readFile(path, 'utf8'));
  for (const [id, resource] of Object.entries<{ Type: string; Properties: { Handler: string } }>(
    template.Resources,
  )) {
    if (id.startsWith('Worker') && resource.Type === 'AWS::Lambda::Function')
      resource.Properties.Handler = 'index.none';
  }
  await writeFile(path, JSON.stringify(template));
  return assembly;
}

it('tells the person, once, when the worker has failed for good', async () => {
  const workspace = await openWorkspace({ assembly: await breakWorker() });
  const person = workspace.person('operator');
  const answer = await person.ask('/lts groups');
  expect(answer.text).toContain('This could not be answered, after several attempts.');
  expect(answer.visibleTo).toBe(person.user);
  const attempts = workspace.errors.filter((line) =>
    line.includes('index.none is undefined or not exported'),
  );
  expect(attempts.length).toBeGreaterThanOrEqual(3);
});

it('tells the person that nothing was done of a job that this version of the worker cannot read', async () => {
  const workspace = await openWorkspace({ assembly: await ageFront() });
  const person = workspace.person('operator');
  const answer = await person.ask('/lts group create aged');
  expect(answer.text).toMatch(/^This could not be passed on, so nothing was done/);
  expect(answer.visibleTo).toBe(person.user);
  expect(workspace.errors.join()).toContain('a job cannot be read: channelId');
});
