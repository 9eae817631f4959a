import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import type { TrackerFollower } from "../../contract/tracker.ts";
import { sayShortDate } from "../../words/short.ts";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { stopFollowing } from "../api/tracker.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { AddFollower } from "./add-follower.tsx";
import { useFollowAct, useFollowers } from "./use-tracker.ts";

/** Who follows; administrators add people from outside, and remove anybody. */
export function Followers({ portals }: { readonly portals: readonly string[] }) {
  const { language, words } = useWords();
  const { desk, roles } = useDesk();
  const say = trackerWords[language];
  const list = useFollowers(desk.id);
  const act = useFollowAct(desk.id);
  const followers = list.data?.pages.flatMap((page) => page.followers) ?? [];
  const remove = may(roles, "tracker.share")
    ? (id: string): void => void act.run(() => stopFollowing(desk.id, id))
    : null;
  return (
    <details className="follower-list">
      <summary>{say.followers}</summary>
      {list.isPending ? <Loading /> : null}
      {list.isError && followers.length === 0 ? (
        <LoadFailed error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && followers.length === 0 ? <p className="soft">{say.noFollowers}</p> : null}
      <ul className="followers">
        {followers.map((follower) => (
          <li key={follower.id}>
            <Follower follower={follower} remove={remove} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button className="button quiet" onPress={() => void list.fetchNextPage()}>
          {words.queue.more}
        </Button>
      ) : null}
      <ProblemNotice problem={act.problem} />
      {may(roles, "tracker.share") ? <AddFollower portals={portals} /> : null}
    </details>
  );
}

interface FollowerProps {
  readonly follower: TrackerFollower;
  readonly remove: ((id: string) => void) | null;
}

function Follower({ follower, remove }: FollowerProps) {
  const { language } = useWords();
  const { place } = useDesk();
  const say = trackerWords[language];
  const { id, name, address, portal, since } = follower;
  return (
    <>
      <span>
        <b>{name}</b>
        <span className="soft follower-line">
          {address ?? say.member} · {portal ?? say.all} · {say.since.toLowerCase()}{" "}
          {sayShortDate(since, place)}
        </span>
      </span>
      {remove === null ? null : (
        <Button
          className="button quiet"
          aria-label={say.removeWho(name)}
          onPress={() => remove(id)}
        >
          {say.remove}
        </Button>
      )}
    </>
  );
}
