import type { AppDefinition } from '../../../lib/local/slack/app-definition.ts';
import { type Block, plain } from './block-builders.ts';
import { clientOf } from './client.ts';
import { type Answer, type Fixture, formOf, last } from './harness.ts';

export interface ListedView {
  readonly id: string;
  readonly type: string;
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly Block[];
  readonly privateMetadata: string;
  readonly hash: string;
  readonly errors: Record<string, string>;
}

/** An app with a shortcut of each kind. */
export const APP: AppDefinition = {
  command: '/lts',
  scopes: ['chat:write'],
  shortcuts: [
    { callbackId: 'global', type: 'global', name: 'Search' },
    { callbackId: 'message', type: 'message', name: 'Look up' },
  ],
};

export const section = (text = 'words') => ({ type: 'section' as const, text: plain(text) });
export const option = (value: string) => ({ text: plain(value), value });
export const input = (id: string, element: Block, extra: Block = {}) => ({
  type: 'input',
  block_id: id,
  label: plain('label'),
  element: { action_id: id, ...element },
  ...extra,
});

/** A modal that takes everything, with what a test wants of it. */
export const modal = (extra: Block = {}): Block => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  blocks: [section()],
  ...extra,
});
export const form = (blocks: Block[], extra: Block = {}) =>
  modal({ blocks, submit: plain('Send'), ...extra });

/** A trigger_id as a command brings it. */
export async function newTrigger(fixture: Fixture, role = 'operator'): Promise<string> {
  const where = { user: fixture.person(role), channel: fixture.channel('ops') };
  await fixture.post('/local/type', { ...where, text: '/lts help' });
  return formOf(last(fixture.heard)).trigger_id ?? '';
}

/** Calls a method with a view that need not be a view, as the official client sends it. */
export function call(fixture: Fixture, method: string, args: Record<string, unknown>): Promise<Called> {
  return clientOf(fixture).apiCall(method, args) as Promise<Called>;
}

interface Called {
  readonly ok: boolean;
  readonly view: Block & { readonly id: string; readonly hash: string };
}

export async function open(fixture: Fixture, view: Block, role = 'operator') {
  const { view: opened } = await call(fixture, 'views.open', {
    trigger_id: await newTrigger(fixture, role),
    view,
  });
  return opened;
}

export async function views(fixture: Fixture, role = 'operator'): Promise<ListedView[]> {
  const response = await fetch(`${fixture.origin}/local/views?user=${fixture.person(role)}`);
  return (await response.json()) as ListedView[];
}

/** Does something in a view as the operator: `click`, `submit` or `close`. */
export function drive(
  fixture: Fixture,
  action: string,
  viewId: string,
  fields: Record<string, unknown> = {},
): Promise<Answer> {
  return fixture.post(`/local/${action}`, { user: fixture.person('operator'), viewId, ...fields });
}

/** The last interaction that the bot heard. */
export function payloadOf(fixture: Fixture) {
  return JSON.parse(formOf(last(fixture.heard)).payload ?? '');
}

/** The ts of a new message in #ops. */
export async function postMessage(fixture: Fixture, blocks: Block[], extra: Block = {}): Promise<string> {
  const args = { channel: fixture.channel('ops'), text: 'a', blocks, ...extra };
  const { ts = '' } = (await clientOf(fixture).apiCall('chat.postMessage', args)) as { ts?: string };
  return ts;
}
