import type { Random } from '../../lib/local/lts/seeded-random.ts';
import { GROUP, STREAMS, type Word } from './logs.ts';
import { showsLines } from './pages.ts';
import type { Group } from './schemas.ts';
import { isFor, isNear, type Step, type Who } from './step.ts';
import { begins } from './texts.ts';

// Typed commands that change nothing in LTS. Where nothing in an answer is its own, it is for one person in one place.

/** What is typed and known by the answer's first words alone. */
function said(who: Who, kind: string, text: string, job: string, begin: Parameters<typeof begins>[1]): Step {
  const step: Step = {
    ...who,
    kind,
    deed: { kind: 'typed', text },
    marks: { job },
    isAnswer: ({ message }) =>
      begins(message.text, begin) && isFor(message, who.person) && isNear(message, step),
    flawOf: () => undefined,
  };
  return step;
}

export function searchLogs(who: Who, word: Word): Step {
  const { text, stream, limit, lines } = word;
  return {
    ...who,
    kind: 'logs',
    deed: { kind: 'typed', text: `logs ${GROUP}/${stream.name} ${text} since:6h limit:${limit}` },
    marks: { job: text, lts: { bodyIncludes: text }, answer: text },
    ...showsLines(
      word,
      lines.slice(0, limit).map(({ content }) => content),
    ),
  };
}

export function listGroups(who: Who): Step {
  const step = said(who, 'groups', 'groups', '"groups"', ({ lists }) =>
    lists.listed(lists.groups, '').trim(),
  );
  return { ...step, marks: { ...step.marks, lts: { method: 'GET', path: '/groups' } } };
}

export function listStreams(who: Who, { id, name }: Group): Step {
  const step = said(who, 'streams', `streams ${name}`, `streams ${name}`, ({ lists }) => [
    lists.listed(lists.streamsOf(name), '').trim(),
    lists.noStreams(name),
  ]);
  return { ...step, marks: { ...step.marks, lts: { method: 'GET', path: `/groups/${id}/streams` } } };
}

/** Everybody may read: of the others there is help for those alone who may do them. */
const TOPICS = ['logs', 'times', 'settings'] as const;

export function askHelp(who: Who, random: Random): Step {
  const topic = random.oneOf(TOPICS);
  const alone = { ...who, mayBePublic: false };
  return said(alone, 'help', `help ${topic}`, `help ${topic}`, ({ help }) => help.topics[topic].title);
}

/** `command` with its slash: the answer names it. */
export function useStream(who: Who, command: string, random: Random): Step {
  const name = `${GROUP}/${random.oneOf(STREAMS)}`;
  const alone = { ...who, mayBePublic: false };
  return said(alone, 'use', `use ${name}`, `use ${name}`, ({ settings }) =>
    settings.stream(name, true, command),
  );
}

export function setAnswers(who: Who, random: Random): Step {
  const visibility = random.oneOf(['public', 'private'] as const);
  const alone = { ...who, mayBePublic: false };
  const typed = `answers ${visibility}`;
  return said(alone, 'answers', typed, typed, ({ settings }) => settings.answers(visibility, true));
}

/** Something that is not there, or cannot be: the answer names it. */
export function makeMistake(who: Who, random: Random): Step {
  const wrong = `x${random.hex(8)}`;
  const text = random.oneOf([
    `logs ${wrong}/api error`,
    `streams ${wrong}`,
    `logs ${GROUP}/quay since:${wrong}`,
    `stream create ${wrong}/api ttl:0`,
  ]);
  return {
    ...who,
    mayBePublic: false,
    kind: 'mistake',
    deed: { kind: 'typed', text },
    marks: { job: wrong, answer: wrong },
    isAnswer: ({ message }) => message.content.includes(wrong),
    flawOf: () => undefined,
  };
}
