/**
 * A stream as an option of a form, with its group: a person may choose another group before the streams of that are
 * there. Two ids and no more; an option's value holds 150 characters.
 */
export function encodeStreamChoice(groupId: string, streamId: string): string {
  return `${groupId} ${streamId}`;
}

/** The id of the stream; undefined when it is of another group. */
export function decodeStreamChoice(choice: string, groupId: string): string | undefined {
  const [group, stream] = choice.split(' ');
  return group === groupId && stream ? stream : undefined;
}
