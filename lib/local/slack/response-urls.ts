import type { Channel } from './channels.ts';
import { type Content, readContent } from './content.ts';
import { newSecret } from './ids.ts';
import { flagField, isObject, type JsonObject, parseJson, stringField } from './json.ts';
import type { Message, MessageStore } from './messages.ts';
import type { Person } from './people.ts';
import type { Rates } from './rates.ts';
import { RateLimited, SlackRefusal } from './refusal.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const LIFETIME_MS = 30 * 60_000;
const MAX_USES = 5;

type Origin =
  /** A command or a message shortcut: there is nothing to replace. */
  | { readonly kind: 'command' }
  /** A click: the message it was made on can be replaced or deleted. */
  | { readonly kind: 'interaction'; readonly message: Message };

interface ResponseUrl {
  readonly origin: Origin;
  readonly channel: Channel;
  readonly person: Person;
  readonly expiresAt: number;
  uses: number;
}

interface ResponseUrlOptions {
  /** Whole URL without a trailing slash. */
  readonly base: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly messages: MessageStore;
  readonly rates: Rates;
  readonly now: () => number;
}

/** The URLs that Slack hands out with commands and clicks, and what may be done with them. */
export class ResponseUrls {
  readonly #options: ResponseUrlOptions;
  readonly #urls = new Map<string, ResponseUrl>();

  constructor(options: ResponseUrlOptions) {
    this.#options = options;
  }

  create(origin: Origin, channel: Channel, person: Person): string {
    const { base, teamId, now } = this.#options;
    const path = `/${origin.kind === 'command' ? 'commands' : 'actions'}/${teamId}/${newSecret()}`;
    this.#urls.set(path, { origin, channel, person, expiresAt: now() + LIFETIME_MS, uses: 0 });
    return `${base}${path}`;
  }

  isPath(path: string): boolean {
    return /^\/(?:commands|actions)\//.test(path);
  }

  /**
   * Does what the body asks for. Every body that arrives in time counts as a use, a refused one too, but not one that
   * came too fast: that is to be sent again.
   *
   * @throws SlackRefusal `expired_url`, `used_url`, `invalid_payload`, `ratelimited`, or what is wrong with the message.
   */
  use(path: string, contentType: string, body: string): void {
    const url = this.#urls.get(path);
    if (url === undefined || this.#options.now() >= url.expiresAt) throw new SlackRefusal('expired_url');
    if (url.uses >= MAX_USES) throw new SlackRefusal('used_url');
    url.uses += 1;
    try {
      this.#apply(url, readBody(contentType, body));
    } catch (error) {
      if (error instanceof RateLimited) url.uses -= 1;
      throw error;
    }
  }

  /** What a command's own HTTP answer does: it posts, like its response_url, and is not one of the five uses. */
  post(fields: JsonObject, channel: Channel, person: Person): void {
    this.#post(readContent(fields), fields, channel, person);
    if (isPublic(fields)) this.#options.rates.count(channel.id);
  }

  #apply({ origin, channel, person }: ResponseUrl, fields: JsonObject): void {
    const original = origin.kind === 'interaction' ? origin.message : undefined;
    if (original !== undefined && flagField(fields, 'delete_original')) {
      this.#options.messages.remove(this.#current(original));
      return;
    }
    const content = readContent(fields);
    const { messages, rates } = this.#options;
    if (original !== undefined && isReplacement(fields)) {
      // Who sees the original does not change, whatever response_type says.
      messages.edit(this.#current(original), content);
    } else if (isPublic(fields)) {
      rates.limit(channel.id, () => this.#post(content, fields, channel, person));
    } else this.#post(content, fields, channel, person);
  }

  /** Only a reply that everybody sees can go to a thread; a thread_ts on an ephemeral one is ignored. */
  #post(content: Content, fields: JsonObject, channel: Channel, person: Person): void {
    const draft = { ...content, channel: channel.id, from: this.#options.botUserId };
    if (isPublic(fields)) {
      this.#options.messages.post({ ...draft, threadTs: stringField(fields, 'thread_ts') });
    } else this.#options.messages.post({ ...draft, visibleTo: person.id });
  }

  #current(original: Message): Message {
    const message = this.#options.messages.find(original.channel, original.ts);
    if (message === undefined) throw new SlackRefusal('message_not_found');
    return message;
  }
}

function isPublic(fields: JsonObject): boolean {
  return stringField(fields, 'response_type') === 'in_channel';
}

/** A reply to a thread overwrites the original as well, unless it is told not to. */
function isReplacement(fields: JsonObject): boolean {
  const isReply = isPublic(fields) && stringField(fields, 'thread_ts') !== undefined;
  return 'replace_original' in fields ? flagField(fields, 'replace_original') : isReply;
}

function readBody(contentType: string, body: string): JsonObject {
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  const fields = parseJson(isForm ? (new URLSearchParams(body).get('payload') ?? '') : body);
  if (!isObject(fields)) throw new SlackRefusal('invalid_payload');
  return fields;
}
