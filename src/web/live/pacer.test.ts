import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pacer } from "./pacer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is asked for a hundred times in a second is done at most twice", () => {
  const work = vi.fn<() => void>();
  const { ask } = pacer(() => 1_000, work);
  for (let times = 0; times < 100; times += 1) {
    ask();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1_500);
  expect(work.mock.calls.length).toBeGreaterThan(0);
  expect(work.mock.calls.length).toBeLessThanOrEqual(2);
});

test("what was asked for last is done, however soon after the one before", () => {
  const work = vi.fn<() => void>();
  const { ask } = pacer(() => 1_000, work);
  ask();
  vi.advanceTimersByTime(501);
  expect(work).toHaveBeenCalledTimes(1);
  ask();
  vi.advanceTimersByTime(1_501);
  expect(work).toHaveBeenCalledTimes(2);
});

test("nothing is done after it was stopped", () => {
  const work = vi.fn<() => void>();
  const { ask, stop } = pacer(() => 100, work);
  ask();
  stop();
  vi.advanceTimersByTime(1_000);
  expect(work).not.toHaveBeenCalled();
});
