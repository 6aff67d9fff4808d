import type { JsonObject } from './json.ts';

/** Faults as somebody asked for them, for whoever wants to see what is still to come. */
export class AskedFaults {
  #asked: { readonly json: JsonObject; readonly left: () => number }[] = [];

  /** `left` says how often it is still to come. */
  keep(json: JsonObject, left: () => number): void {
    this.#asked = this.#asked.filter((each) => each.left() > 0);
    this.#asked.push({ json, left });
  }

  /** Those that are still to come, with the times that are left. */
  list(): JsonObject[] {
    return this.#asked.map(({ json, left }) => ({ ...json, times: left() })).filter(({ times }) => times > 0);
  }
}
