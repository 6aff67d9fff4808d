import type { Group } from './schemas.ts';
import type { Step, Who } from './step.ts';
import { begins } from './texts.ts';
import type { Workspace } from './workspace.ts';

/** The longest that a modal takes to be filled while nothing goes wrong. */
const FILLED_MS = 30_000;

/**
 * Opens the form that deletes a stream which was created here, while nothing goes wrong: submitting it is the step. Gives
 * none where there is no such stream; `used` says which ones are copied to a bucket, or may be.
 */
export async function openDelete(
  workspace: Workspace,
  who: Who,
  groups: readonly Group[],
  used: Set<string>,
): Promise<Step | undefined> {
  const all = groups.flatMap(({ name: group, streams }) => streams.map((stream) => ({ ...stream, group })));
  const stream = all.find(({ id, name }) => /^s[\da-f]{8}$/.test(name) && !used.has(id));
  if (!stream) return undefined;
  const { id, name, group } = stream;
  used.add(id);
  await workspace.type(who.person, who.channel, `${workspace.command} stream delete ${group}/${name}`);
  await workspace.waiting(FILLED_MS);
  const [view] = await workspace.views(who.person);
  if (view?.callbackId !== 'delete') throw new Error(`there is no form that deletes ${name}`);
  const isTold = (text: string) => begins(text, ({ deletion }) => deletion.deletedStream(`${group}/${name}`));
  return {
    ...who,
    kind: 'stream delete',
    deed: { kind: 'submitted', viewId: view.id, values: { confirm: name } },
    marks: { job: name, lts: { method: 'DELETE', path: id }, answer: name },
    isAnswer: ({ message: { text } }) => isTold(text),
    flawOf: () => undefined,
    write: {
      isDone: (state) => !state.groups.some(({ streams }) => streams.some((one) => one.id === id)),
      count: ({ requests }) =>
        requests.filter(
          ({ method, path, status }) => method === 'DELETE' && path.includes(id) && status === DELETED,
        ).length,
      isTold,
    },
  };
}

/** LTS answers so what it has deleted. */
const DELETED = 204;
