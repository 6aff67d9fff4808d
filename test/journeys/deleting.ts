import { openFaulty, said } from './faulty.ts';
import type { Change } from './look.ts';
import { modalsOf } from './modals.ts';

interface Described {
  readonly lts: {
    readonly groups: readonly {
      readonly id: string;
      readonly name: string;
      readonly streams: readonly { readonly id: string; readonly name: string }[];
    }[];
  };
}

/** An operator who is to delete the streams `edge/NAME`, which are there for it, and what comes of that. */
export async function openDeleting(...names: string[]) {
  const journey = await openFaulty();
  for (const name of names) await journey.addStream(`edge/${name}`);
  const omar = journey.person('operator');
  const modals = modalsOf(journey);
  const groups = async () => (await journey.get<Described>('/local.json')).lts.groups;
  const requests = async () =>
    (await (await fetch(`${journey.ltsUrl}/__emulator/requests`)).json()) as readonly {
      readonly method: string;
      readonly path: string;
      readonly status: number | null;
    }[];
  const named = async (name: string) =>
    (await groups()).flatMap(({ streams }) => streams).find((stream) => stream.name === name);
  return {
    ...journey,
    omar,
    modals,
    isThere: async (name: string) => (await named(name)) !== undefined,
    /** What comes of typing. */
    type: async (text: string) => said(await omar.type(text)),
    /** What comes of filling in the modal on top. */
    submit: async (name: string) => said(await journey.step(`submits ${name}`, () => modals.submit(name))),
    does: async (act: () => Promise<unknown>): Promise<Change[]> => journey.step('does', act),
    /** How LTS answered each attempt to delete this stream. */
    deletesOf: async (id: string | undefined) =>
      (await requests())
        .filter(({ method, path }) => method === 'DELETE' && path.includes(id ?? 'nothing'))
        .map(({ status }) => status),
    idOf: async (name: string) => (await named(name))?.id,
  };
}

export const asking = (name: string) =>
  [
    '(Delete log stream)',
    `The log stream edge/${name} will be deleted, with all logs in it.`,
    'Its group keeps logs for 7 days; the stream itself may be set to another time.',
    '**This cannot be undone.**',
    `To confirm, type the name: ${name} [confirm]`,
  ].join('\n');

export const deleted = (name: string) =>
  `ops privately: The log stream edge/${name} was deleted. Its logs are gone from now on.`;
