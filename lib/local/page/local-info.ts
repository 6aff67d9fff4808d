import { request } from './api.ts';
import type { Hint } from './find-hints.ts';

/** What `/local.json` says, as far as the page uses it. */
export interface LocalInfo {
  readonly slack: {
    readonly botUserId: string;
    /** With its slash, e.g. `/lts`. */
    readonly command: string;
    readonly users: readonly Person[];
    readonly channels: readonly Channel[];
    /** The other programs that post. */
    readonly apps: readonly { readonly userId: string; readonly name: string }[];
    /** What people mention together. */
    readonly userGroups: readonly { readonly id: string; readonly handle: string }[];
    readonly app: {
      readonly shortcuts: readonly Shortcut[];
      /** By language. */
      readonly hints: Readonly<Record<string, readonly Hint[]>>;
    };
  };
  /** Without an endpoint there is no LTS, and nothing of AWS: the Slack workspace runs alone. */
  readonly lts: { readonly endpoint?: string; readonly groups: readonly Group[] };
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly tz: string;
  readonly locale: string;
  readonly role: string;
  /** What the bot's policy lets them do somewhere; absent where nobody knows. */
  readonly may?: readonly string[];
}

export interface Shortcut {
  readonly callbackId: string;
  /** Offered everywhere, or in the menu of a message. */
  readonly type: 'global' | 'message';
  readonly name: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isIm: boolean;
  readonly botIsMember: boolean;
}

export interface Group {
  readonly name: string;
  readonly streams: readonly Stream[];
}

interface Stream {
  readonly name: string;
  readonly lines: number;
  /** Of the newest line, in milliseconds; null without one. */
  readonly endTime: number | null;
}

export function fetchInfo(): Promise<LocalInfo> {
  return request<LocalInfo>('/local.json');
}
