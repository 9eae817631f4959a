import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { SavedView, SavedViews } from "../../contract/views.ts";
import type { Problem } from "../../contract/problem.ts";
import { may } from "../../core/access/may.ts";
import { valueOf } from "../api/request.ts";
import type { Answer } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { countViews, listViews } from "../api/views.ts";

const none: readonly SavedView[] = [];

/** The desk's shared views and one's own, and writing what a change came to. */
export function useViews(desk: string) {
  const client = useQueryClient();
  const { roles } = useDesk();
  const key = ["views", desk];
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => valueOf(await listViews(desk, signal)),
    enabled: may(roles, "view.keep"),
    staleTime: 60_000,
  });
  const change = async (asked: Promise<Answer<SavedViews>>): Promise<Problem | null> => {
    const answer = await asked;
    if (!answer.ok) return answer.problem;
    client.setQueryData(key, answer.value);
    await client.invalidateQueries({ queryKey: ["counts", desk, "views"] });
    return null;
  };
  return { views: data?.views ?? none, change };
}

/** How many open tickets each view holds; asked anew with the lists' own numbers. */
export function useViewCounts(desk: string, wanted: boolean) {
  return useQuery({
    queryKey: ["counts", desk, "views"],
    queryFn: async ({ signal }) => valueOf(await countViews(desk, signal)).counts,
    enabled: wanted,
    staleTime: 5_000,
    refetchInterval: 60_000,
  });
}
