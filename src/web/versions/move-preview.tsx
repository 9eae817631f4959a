import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import { previewMove } from "../api/policy.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { Changes } from "./changes.tsx";

/** What moving the open tickets of a version to another would change, ticket by ticket. */
export function MovePreviewList({ from, to }: { readonly from: number; readonly to: number }) {
  const { words } = useWords();
  const { desk } = useDesk();
  const say = words.versions;
  const list = useInfiniteQuery({
    queryKey: ["move", desk.id, from, to],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await previewMove({ desk: desk.id, from, to }, pageParam, signal)),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
  const tickets = list.data?.pages.flatMap((page) => page.tickets) ?? [];
  return (
    <section className="move-preview" aria-label={say.preview}>
      <h3>{say.preview}</h3>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
      <ul className="moved-tickets">
        {tickets.map(({ folio, subject, changes, refused }) => (
          <li key={folio}>
            <b>{folio}</b> {subject}
            {refused === null ? (
              <Changes changes={changes} />
            ) : (
              <p className="bad-text">{say.cannot(refused)}</p>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button className="button quiet" onPress={() => void list.fetchNextPage()}>
          {say.more}
        </Button>
      ) : null}
    </section>
  );
}
