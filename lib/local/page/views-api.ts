import { type Answer, post, request } from './api.ts';
import type { Value } from './fields/field.ts';

/** A modal or Home as `/local/views` lists it. */
export interface ListedView {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** The words on the buttons; null where the bot gave none, and a view without `submit` has no such button. */
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly unknown[];
  /** By block_id; the empty one stands for the whole view. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What is entered, by block_id. */
export type Values = Readonly<Record<string, Value>>;

interface SeenView {
  readonly user: string;
  readonly viewId: string;
}

/** What the person looks at: the modal on top first, Home last. */
export function fetchViews(user: string, signal: AbortSignal): Promise<readonly ListedView[]> {
  return request<ListedView[]>(`/local/views?${new URLSearchParams({ user })}`, { signal });
}

export function clickInView(
  clicked: SeenView & { readonly actionId: string; readonly value?: string; readonly values: Values },
): Promise<Answer> {
  return post('/local/click', clicked);
}

export function submitView(submitted: SeenView & { readonly values: Values }): Promise<Answer> {
  return post('/local/submit', submitted);
}

export function closeView(closed: SeenView): Promise<Answer> {
  return post('/local/close', closed);
}

/** The bot hears that the person looks at its Home, and may draw it anew. */
export function openHome(user: string): Promise<Answer> {
  return post('/local/home', { user });
}
