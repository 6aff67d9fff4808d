import { post, request } from './api.ts';
import { el, icon } from './dom.ts';
import { inWords } from './status.ts';
import type { Words } from './words-en.ts';

type Fault = Readonly<Record<string, unknown>>;

interface Switch {
  readonly name: keyof Words['faults'];
  readonly path: string;
  readonly fault: Fault;
}

/** As often as it takes, until it is switched off. */
const ALWAYS = 1_000_000;
const LTS = '/local/lts-faults';
const match = { path: '/v2/' };

/** What can go wrong at the flick of a switch. The errors are those of LTS, and of the gateway in front of it. */
const SWITCHES: readonly Switch[] = [
  { name: 'ltsSlow', path: LTS, fault: { match, delayMs: 4000 } },
  {
    name: 'ltsRefuses',
    path: LTS,
    fault: {
      match,
      status: 403,
      body: { error_code: 'LTS.0107', error_msg: 'The user has no permission for this log group' },
    },
  },
  {
    name: 'ltsThrottles',
    path: LTS,
    fault: {
      match,
      status: 429,
      body: { error_code: 'APIG.0308', error_msg: 'The throttling threshold has been reached' },
    },
  },
  { name: 'slackDown', path: '/local/faults', fault: { target: 'slack', status: 503 } },
];

interface Stage {
  readonly element: HTMLElement;
  /** Shows which switches are on, whoever has flicked them. */
  refresh(): Promise<void>;
}

/** What a person can make happen: more logs, and trouble. */
export function createStage(words: Words, changed: () => void): Stage {
  const said = el('p', { class: 'quiet', role: 'status' });
  const attempt = async (task: () => Promise<string>): Promise<void> => {
    said.textContent = await task().catch((error: unknown) => inWords(error, words));
    changed();
  };
  const more = el('button', { type: 'button', class: 'button default' }, icon('plus'), words.anotherMinute);
  more.addEventListener('click', () =>
    attempt(async () => {
      const { lines } = await post<{ lines: number }>('/local/logs', {});
      return lines === 0 ? words.noStory : words.linesAdded(lines);
    }),
  );
  const boxes = SWITCHES.map((each) => {
    const box = el('input', { type: 'checkbox', role: 'switch', 'data-fault': each.name });
    box.addEventListener('change', () =>
      attempt(async () => {
        await (box.checked ? post(each.path, { ...each.fault, times: ALWAYS }) : switchOff(each));
        return '';
      }),
    );
    return { ...each, box };
  });
  const labels = boxes.map(({ name, box }) =>
    el('label', { class: 'switch' }, box, el('span', {}, words.faults[name])),
  );
  const element = el(
    'section',
    { class: 'stage' },
    el('h3', {}, words.makeHappen),
    more,
    el('div', { class: 'switches', role: 'group', 'aria-label': words.makeHappen }, ...labels),
    said,
  );
  return {
    element,
    async refresh(): Promise<void> {
      const on = await Promise.all([...new Set(boxes.map(({ path }) => path))].map(listFaults));
      const all = on.flat().map(stateOf);
      for (const { box, fault } of boxes) box.checked = all.includes(stateOf(fault));
    },
  };
}

async function listFaults(path: string): Promise<readonly Fault[]> {
  return (await request<{ faults: Fault[] }>(path)).faults;
}

/** All of a place are cleared at once: the others come back. */
async function switchOff({ path, fault }: Switch): Promise<void> {
  const others = (await listFaults(path)).filter((each) => stateOf(each) !== stateOf(fault));
  await request(path, { method: 'DELETE' });
  for (const each of others) await post(path, each);
}

/** Equal for two faults that do the same. */
function stateOf({ times: _, ...fault }: Fault): string {
  return JSON.stringify(Object.entries(fault).toSorted(([a], [b]) => a.localeCompare(b)));
}
