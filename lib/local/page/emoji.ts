const pictures: Readonly<Record<string, string>> = {
  '+1': '👍',
  arrow_down: '⬇️',
  arrow_left: '⬅️',
  arrow_right: '➡️',
  arrow_up: '⬆️',
  bell: '🔔',
  books: '📚',
  bulb: '💡',
  calendar: '📅',
  eyes: '👀',
  file_folder: '📁',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  large_blue_circle: '🔵',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  lock: '🔒',
  mag: '🔍',
  no_entry: '⛔',
  no_entry_sign: '🚫',
  pushpin: '📌',
  question: '❓',
  red_circle: '🔴',
  rotating_light: '🚨',
  scroll: '📜',
  stopwatch: '⏱️',
  tada: '🎉',
  wastebasket: '🗑️',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  wrench: '🔧',
  x: '❌',
};

/** The picture of an emoji's name without colons; a name that is not known stays as it was typed. */
export function emoji(name: string): string {
  return pictures[name] ?? `:${name}:`;
}

/** What Slack does to a plain_text: names between colons become pictures, all else is literal. */
export function withEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name));
}
