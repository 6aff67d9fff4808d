import type { Journey } from './journey.ts';
import { type Modal, modalsOf } from './modals.ts';
import type { Answer } from './workspace.ts';

/** By block: what is entered, or the label of what is chosen. */
export type Filled = Readonly<Record<string, string | null>>;

/** The search forms of one person. */
export function searchesOf(journey: Journey, role = 'operator') {
  const { url, post, get, slack } = journey;
  const modals = modalsOf(journey, role);
  const user = slack.users.find((candidate) => candidate.role === role)?.id;

  const send = async (path: string, body: object): Promise<Answer> => {
    const answer = await post<Answer>(`${url}/local/${path}`, { user, ...body });
    await get('/local/idle');
    return answer;
  };

  /** Comes back when the front function has answered; the form is filled anew after that. */
  const chooseSoon = async (blockId: string, label: string, values: Filled = {}): Promise<Answer> => {
    const modal = await modals.top();
    const { element, value } = find(modal, blockId, label);
    const fields = { actionId: element, value, values: valuesIn(modal, values) };
    return post<Answer>(`${url}/local/click`, { user, viewId: modal.id, ...fields });
  };

  return {
    ...modals,
    chooseSoon,
    /** Chooses in a select that changes the rest of the form, with what is entered besides. */
    async choose(blockId: string, label: string, values: Filled = {}): Promise<Answer> {
      const answer = await chooseSoon(blockId, label, values);
      await get('/local/idle');
      return answer;
    },
    /** Of a select outside of a field, `value` is that of one of its options. */
    press: async (actionId: string, value?: string) =>
      send('click', { viewId: (await modals.top()).id, actionId, ...(value !== undefined && { value }) }),
    /** Fills in the form on top and submits it. */
    async search(values: Filled = {}): Promise<Answer> {
      const modal = await modals.top();
      return send('submit', { viewId: modal.id, values: valuesIn(modal, values) });
    },
    /** The same with values as they are, while something else is under way. */
    async searchSoon(values: Filled): Promise<Answer> {
      const modal = await modals.top();
      return post<Answer>(`${url}/local/submit`, { user, viewId: modal.id, values });
    },
    /** What is wrong, by block. */
    errors: async () => (await modals.top()).errors,
    shortcut: async (callbackId: string, at: object = {}) => send('shortcut', { callbackId, ...at }),
    user,
  };
}

/** What stands in a field at first, and what can be chosen in it. */
export function fieldOf({ blocks }: Pick<Modal, 'blocks'>, blockId: string) {
  const block = blocks.find((each) => each.block_id === blockId);
  const element = block?.type === 'input' ? block.element : undefined;
  if (element?.type === 'static_select')
    return {
      actionId: element.action_id ?? '',
      options: (element.options ?? []).map(({ text, value }) => ({ label: text.text, value: value ?? '' })),
      initial: element.initial_option?.text.text ?? '',
    };
  if (element?.type === 'datetimepicker')
    return { options: [], initial: String(element.initial_date_time ?? '') };
  if (element?.type === 'plain_text_input' || element?.type === 'number_input')
    return { options: [], initial: element.initial_value ?? '' };
  return undefined;
}

function find(modal: Modal, blockId: string, label: string) {
  const field = fieldOf(modal, blockId);
  const value = field?.options.find((option) => option.label === label)?.value;
  if (value === undefined) throw new Error(`there is no ${label} in ${blockId}`);
  return { element: field?.actionId, value };
}

function valuesIn(modal: Modal, values: Filled): Filled {
  return Object.fromEntries(
    Object.entries(values).map(([blockId, given]) => {
      const isSelect = (fieldOf(modal, blockId)?.options.length ?? 0) > 0;
      return [blockId, isSelect && given !== null ? find(modal, blockId, given).value : given];
    }),
  );
}
