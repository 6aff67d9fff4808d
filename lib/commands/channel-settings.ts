import { ChatOpsError } from '../errors.ts';
import type { StreamRef } from './command.ts';

/** What a channel has set for everybody in it. */
export interface ChannelSettings {
  /** The LTS project that names are looked up in; absent: the first one that is configured. */
  readonly source?: string;
  /** What `logs` without a stream searches. */
  readonly stream?: StreamRef;
  readonly visibility: 'public' | 'private';
}

/** Only what is named is changed; `undefined` clears it. */
export interface SettingsChange {
  readonly source?: string;
  readonly stream?: StreamRef | undefined;
  readonly visibility?: ChannelSettings['visibility'];
}

/** The settings of one channel. Both calls throw SettingsUnavailableError. */
export interface ChannelStore {
  read(): Promise<ChannelSettings>;
  change(change: SettingsChange): Promise<void>;
}

/** The settings could not be read or changed: whoever goes on without them may search the wrong project. */
export class SettingsUnavailableError extends ChatOpsError {
  readonly code = 'settings_unavailable';
}
