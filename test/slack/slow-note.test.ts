import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteWhenSlow } from '../../lib/slack/slow-note.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** A note that counts how often it was begun, and is over when it is told to be. */
function openNote() {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const say = vi.fn(() => over);
  return { say, end, stop: noteWhenSlow(say) };
}

it('nothing is said of what ends within three seconds', async () => {
  const { say, stop } = openNote();
  await vi.advanceTimersByTimeAsync(2_999);
  await stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(say).not.toHaveBeenCalled();
});

it('after three seconds it is said, once', async () => {
  const { say, end, stop } = openNote();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(say).toHaveBeenCalledOnce();
  end();
  await vi.advanceTimersByTimeAsync(60_000);
  await stop();
  expect(say).toHaveBeenCalledOnce();
});

it('whoever stops it waits until what is being said is said, so that the answer comes after it', async () => {
  const { end, stop } = openNote();
  await vi.advanceTimersByTimeAsync(3_000);
  const stopped = vi.fn();
  const stopping = stop().then(stopped);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stopped).not.toHaveBeenCalled();
  end();
  await stopping;
  expect(stopped).toHaveBeenCalledOnce();
});

it('it can be stopped twice', async () => {
  const { say, stop } = openNote();
  await stop();
  await stop();
  expect(say).not.toHaveBeenCalled();
});
