import { plainText } from '../commands/words.ts';

/** Slack cuts a longer text off (docs.slack.dev, chat.postMessage). */
export const MAX_TEXT = 40_000;
/** In levels of JSON. The deepest text of Slack's, in a table within an attachment, lies at 14. */
const MAX_DEPTH = 24;

/** Parts of one line. All else stands on lines of its own. */
const INLINE = new Set(['text', 'link', 'user', 'usergroup', 'channel', 'broadcast', 'date', 'emoji']);
/** What is there to be clicked or looked at. */
const WITHOUT_WORDS = new Set(['actions', 'input', 'button', 'image', 'emoji']);
const BLOCK_KEYS = ['title', 'subtitle', 'text', 'body', 'caption', 'fields', 'elements', 'blocks', 'rows'];
const ATTACHMENT_KEYS = ['pretext', 'author_name', 'title', 'text', 'fields', 'blocks'];

/** Where a link leads to a trace, its address alone says to which. */
const TRACE_LINK = /<([a-z]+:[^<>|]*trace[^<>|]*)\|([^<>]*)>/gi;
/** Slack's own way to write a moment, `<!date^EPOCH^FORMAT|FALLBACK>`, is one that everybody's clock shows. */
const DATE = /<!date\^(\d{9,11})\^[^<>]*>/g;

type Json = Readonly<Record<string, unknown>>;

/**
 * All that a person reads in a Slack message, as plain text: its blocks, its text, its attachments, in which most
 * monitoring systems write, and what of a pasted file it shows. It takes any JSON; what is none of Slack's is left out.
 * At most 40,000 characters.
 */
export function messageText(message: unknown): string {
  if (!isJson(message)) return '';
  const attachments: readonly unknown[] = Array.isArray(message.attachments) ? message.attachments : [];
  const files: readonly unknown[] = Array.isArray(message.files) ? message.files : [];
  const parts = [
    render(message.blocks, 1),
    render(message.text, 1),
    ...attachments.map(readAttachment),
    // Slack makes a file of what is pasted and long, and gives its beginning.
    ...files.map((file) => (isJson(file) && file.mode === 'snippet' ? render(file.preview, 2) : '')),
  ];
  // The text of a message with blocks often says the same again.
  return joinLines([...new Set(parts)]).slice(0, MAX_TEXT);
}

function readAttachment(node: unknown): string {
  if (!isJson(node)) return '';
  const body = joinLines(ATTACHMENT_KEYS.map((key) => render(node[key], 3)));
  // Beside a body the fallback repeats it, or says `[no preview available]`.
  return joinLines([body || render(node.fallback, 3), render(node.footer, 3), readInstant(node.ts)]);
}

function render(node: unknown, depth: number): string {
  if (typeof node === 'string') return readMarkup(node);
  if (typeof node === 'number') return String(node);
  if (depth > MAX_DEPTH) return '';
  if (Array.isArray(node)) return renderAll(node, depth);
  return isJson(node) ? renderObject(node, depth) : '';
}

function renderAll(nodes: readonly unknown[], depth: number): string {
  const [first] = nodes;
  const isLine = isJson(first) && typeof first.type === 'string' && INLINE.has(first.type);
  if (isLine) return nodes.map((node) => render(node, depth + 1)).join('');
  return joinLines(
    nodes.map((node) => (Array.isArray(node) ? renderRow(node, depth) : render(node, depth + 1))),
  );
}

/** Of a table. */
function renderRow(cells: readonly unknown[], depth: number): string {
  return cells.map((cell) => render(cell, depth + 2)).join(' | ');
}

function renderObject(node: Json, depth: number): string {
  const { type } = node;
  if (typeof type === 'string' && WITHOUT_WORDS.has(type)) return '';
  if (type === 'link') return renderLink(node);
  if (type === 'user') return renderName('@', node.user_id);
  if (type === 'usergroup') return renderName('@', node.usergroup_id);
  if (type === 'broadcast') return renderName('@', node.range);
  if (type === 'channel') return renderName('#', node.channel_id);
  if (type === 'date') return readInstant(node.timestamp);
  const text = joinLines(BLOCK_KEYS.map((key) => render(node[key], depth + 1)));
  if (type === 'text' && isJson(node.style) && node.style.code === true) return `\`${text}\``;
  // Only the field of an attachment has a value beside its title.
  return 'value' in node && text ? `${text}: ${render(node.value, depth + 1)}` : text;
}

function renderLink({ url, text }: Json): string {
  if (typeof url !== 'string' || typeof text !== 'string') return render(text ?? url, MAX_DEPTH);
  return readMarkup(`<${url}|${text}>`);
}

function renderName(sign: string, id: unknown): string {
  return typeof id === 'string' ? sign + id : '';
}

function readMarkup(text: string): string {
  return plainText(
    text.replace(DATE, (_, seconds: string) => readInstant(seconds)).replace(TRACE_LINK, '$2 <$1>'),
  );
}

/** Epoch seconds, as a number or as digits, in ISO 8601; nothing for anything else. */
function readInstant(seconds: unknown): string {
  const ms = typeof seconds === 'number' || typeof seconds === 'string' ? Number(seconds) * 1_000 : 0;
  return ms > 0 && ms < 1e14 ? new Date(ms).toISOString() : '';
}

function joinLines(lines: readonly string[]): string {
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function isJson(node: unknown): node is Json {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
