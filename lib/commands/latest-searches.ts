/** A search that somebody has made, as it is kept for them: with no secret in it. */
export interface KeptSearch {
  /** The same for the same search, whenever and wherever it is made. */
  readonly name: string;
  /** What a button carries that makes it once more. */
  readonly value: string;
  /** Ms. */
  readonly at: number;
}

/** The latest searches of one person. */
export interface LatestSearches {
  /** At most five, none older than 30 days, the latest first. */
  list(): Promise<readonly KeptSearch[]>;
  /** Takes the place of the same search, and else of the oldest one. */
  add(search: KeptSearch): Promise<void>;
}
