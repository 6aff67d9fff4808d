/** What is installed in the workspace: the part of an app's manifest that decides what Slack lets it do. */
export interface AppDefinition {
  /** With its slash. */
  readonly command: string;
  /** The bot scopes, which every call of the Web API is checked against. */
  readonly scopes: readonly string[];
  readonly shortcuts: readonly Shortcut[];
  /** Whether people, channels and links in a typed command come with their ids; absent: as they were typed. */
  readonly shouldEscape?: boolean;
  /** What can be typed, by language, for the page to hint at. */
  readonly hints?: Readonly<Record<string, readonly Hint[]>>;
}

export interface Hint {
  /** What stands behind the command. */
  readonly line: string;
  readonly about: string;
}

export interface Shortcut {
  readonly callbackId: string;
  /** Offered everywhere, or in the menu of a message. */
  readonly type: 'global' | 'message';
  readonly name: string;
}

/** What people call the bot by behind an `@`. */
export function handleOf({ command }: AppDefinition): string {
  return command.slice(1);
}
