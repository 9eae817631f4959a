import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import { listFollowers, listTracker, readFollowing } from "../api/tracker.ts";
import type { TrackerSearch } from "../api/tracker.ts";
import { valueOf } from "../api/request.ts";
import type { Answer } from "../api/request.ts";
import { useRefresh } from "../live/standing.ts";

/** The pages of the tracker that were asked for, kept fresh together. */
export function useTracker(desk: string, search: TrackerSearch) {
  return useInfiniteQuery({
    queryKey: ["tracker", desk, "list", search],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await listTracker(desk, { search, cursor: pageParam }, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: useRefresh(),
    placeholderData: (before, previous) => (previous?.queryKey[1] === desk ? before : undefined),
  });
}

/** What the next digest would say is worked out from every change since the last: it is asked for less often. */
const LESS_OFTEN = 60_000;

/** What whoever reads follows, and what the next digest brings. */
export function useFollowing(desk: string) {
  return useQuery({
    queryKey: ["tracker", desk, "following"],
    queryFn: async ({ signal }) => valueOf(await readFollowing(desk, signal)),
    refetchInterval: LESS_OFTEN,
  });
}

/** Who follows, by name. */
export function useFollowers(desk: string) {
  return useInfiniteQuery({
    queryKey: ["tracker", desk, "followers"],
    queryFn: async ({ pageParam, signal }) => valueOf(await listFollowers(desk, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Does something about who follows, and asks again; says why not where it is refused. */
export function useFollowAct(desk: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async <T>(act: () => Promise<Answer<T>>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    const answer = await act();
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    await client.invalidateQueries({ queryKey: ["tracker", desk] });
    return answer.ok;
  };
  return { busy, problem, run };
}
