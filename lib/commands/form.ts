import type { StreamRef, TypedSearch } from './command.ts';

/** Commands that can be filled in instead of typed: their forms have their names. */
export const FORM_NAMES = ['create_group', 'create_stream', 'transfer'] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** What a person has filled in and submitted that nobody could type, for it goes by ids. */
export type Form = DeleteForm | SearchForm;

/** A search as it was filled in. */
export interface SearchForm {
  readonly kind: 'search';
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  /** For all, in the thread of the message that it is about. */
  readonly threadTs?: string;
  /** Only for the person, whatever the channel has set. */
  readonly isForOne: boolean;
}

/** What is to be deleted, as it was shown to the person who confirms it. */
export interface DeleteForm {
  readonly kind: 'delete';
  /** The name of the LTS project in the settings. */
  readonly source: string;
  readonly groupId: string;
  readonly groupName: string;
  /** Absent: the whole group. */
  readonly stream?: { readonly id: string; readonly name: string };
  /** For a whole group: of the ids of the streams that were shown. */
  readonly digest?: string;
}
