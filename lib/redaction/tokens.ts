import { isAlone } from './characters.ts';
import { matchAt, matchesOf } from './matches.ts';
import type { Span } from './span.ts';
import { TOKEN_SHAPES } from './token-shapes.ts';

const SHAPES = new Map(TOKEN_SHAPES.map((shape) => [shape.prefix, shape]));
const PREFIX = new RegExp(
  [...SHAPES.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((prefix) => prefix.replace(/[$./-]/g, '\\$&'))
    .join('|'),
  'g',
);

/** Azure client secrets say what they are in their middle. */
const AZURE = /[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g;
/** https://core.telegram.org/bots/api#authorizing-your-bot */
const TELEGRAM = /\d{8,10}:AA[\w-]{33}(?![\w-])/g;
/** https://docs.discord.com/developers/reference#authentication */
const DISCORD = /[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}(?![\w.-])/g;

/** The second half of a cloud key, next to its first: `"AKIA…", "…"`. */
const SECOND = /(\\*["']?[:,|;][ \t]{0,2}\\*["']?)[A-Za-z0-9+/]{30,44}(?![\w+/])/y;

/** Tokens that are known by how they look, whatever stands around them. */
export function findTokens(line: string, spans: Span[]): void {
  PREFIX.lastIndex = 0;
  for (let found = PREFIX.exec(line); found; found = PREFIX.exec(line)) {
    const shape = SHAPES.get(found[0]);
    if (!shape || !isAlone(line, found.index)) continue;
    shape.body.lastIndex = PREFIX.lastIndex;
    if (!shape.body.test(line)) continue;
    spans.push({ start: found.index, end: shape.body.lastIndex, kind: shape.kind });
    PREFIX.lastIndex = shape.body.lastIndex;
    if (shape.kind === 'cloud key') addSecond(line, shape.body.lastIndex, spans);
  }
  if (line.includes('Q~')) collect(line, AZURE, spans);
  if (line.includes(':AA')) collect(line, TELEGRAM, spans);
  if (line.includes('.')) collect(line, DISCORD, spans);
}

function addSecond(line: string, at: number, spans: Span[]): void {
  const [all, separator = ''] = matchAt(SECOND, line, at) ?? [];
  if (all && /[a-z]/.test(all) && /[A-Z]/.test(all))
    spans.push({ start: at + separator.length, end: SECOND.lastIndex, kind: 'cloud key' });
}

function collect(line: string, pattern: RegExp, spans: Span[]): void {
  for (const { index, 0: text } of matchesOf(pattern, line)) {
    if (isAlone(line, index)) spans.push({ start: index, end: index + text.length, kind: 'token' });
  }
}
