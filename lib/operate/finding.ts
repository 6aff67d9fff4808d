/** What was looked at, and what came of it. It names no secret. */
export interface Finding {
  /** Such as `bot token`. */
  readonly what: string;
  /** A file, an address, or AWS's name of it. */
  readonly where: string;
  /** Unknown is what could not be looked at because of something else that is wrong. */
  readonly state: 'ok' | 'wrong' | 'unknown';
  /** How it is. */
  readonly why: string;
  /** What to do, where something is wrong. */
  readonly remedy?: string;
}

type Place = Pick<Finding, 'what' | 'where'>;

export function good(place: Place, why: string): Finding {
  return { ...place, state: 'ok', why };
}

export function wrong(place: Place, why: string, remedy: string): Finding {
  return { ...place, state: 'wrong', why, remedy };
}

export function unknown(place: Place, why: string): Finding {
  return { ...place, state: 'unknown', why };
}

const MARKS = { ok: 'ok      ', wrong: 'WRONG   ', unknown: 'unknown ' } as const;

/** One finding, as lines for a terminal. */
export function describeFinding({ what, where, state, why, remedy }: Finding): string {
  const lines = [`${MARKS[state]} ${what}, ${where}`, `          ${why}`];
  if (remedy !== undefined) lines.push(`          do: ${remedy}`);
  return lines.join('\n');
}

/** How many there are of each. */
export function summarise(findings: readonly Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const [wrongs, unknowns] = [count('wrong'), count('unknown')];
  if (wrongs + unknowns === 0) return `All ${findings.length} checks are ok.`;
  return `${count('ok')} of ${findings.length} checks are ok, ${wrongs} wrong, ${unknowns} unknown.`;
}
