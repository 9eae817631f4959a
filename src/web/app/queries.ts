import { QueryCache, QueryClient } from "@tanstack/react-query";
import type { Problem } from "../../contract/problem.ts";
import { RequestRefused } from "../api/request.ts";

/** How often what is on the screen is asked for again. */
export const REFRESH = 10_000;

/** The cache of what the server said: asked again on focus and on reconnecting; refusals are not retried. */
export function makeQueryClient(signIn: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (problemOf(error)?.status === 401) signIn();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 2000,
        // A request that finds no network says so at once; React Query would hold it back in silence.
        networkMode: "always",
        retry: (count, error) => count < 2 && (problemOf(error)?.status ?? 500) >= 500,
        throwOnError: false,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** The problem that a failed query holds. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof RequestRefused ? error.problem : null;
}

/** Leaves for the sign-in page, to come back to where one was. */
export function goToSignIn(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/app/entrar?next=${encodeURIComponent(pathname + search + hash)}`);
}
