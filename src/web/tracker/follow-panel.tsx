import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import type { TrackerFollowing, TrackerPage } from "../../contract/tracker.ts";
import { sayMoment } from "../../words/dates.ts";
import { sayList } from "../../words/hours.ts";
import { digestWords } from "../../words/tracker/digest.ts";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { followTracker, stopFollowing } from "../api/tracker.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { useFollowAct, useFollowing } from "./use-tracker.ts";

type Digest = TrackerPage["digest"];

/** What the digest brings and when, and the button that follows what is being looked at. */
export function FollowPanel({
  digest,
  portal,
}: {
  readonly digest: Digest;
  readonly portal: string | null;
}) {
  const { language } = useWords();
  const { desk, place, roles } = useDesk();
  const following = useFollowing(desk.id);
  const act = useFollowAct(desk.id);
  const say = trackerWords[language];
  if (digest === null) return <p className="soft">{say.noDigest}</p>;
  const { followed = [], next = null } = following.data ?? {};
  const here = followed.some(({ follower }) => follower.portal === portal);
  const news = digestWords[language];
  const what = sayList(
    digest.says.map((one) => news.says[one]),
    language,
  );
  const follow = (): void => void act.run(() => followTracker(desk.id, { portal, outsider: null }));
  return (
    <section className="follow" aria-label={say.digest}>
      <p>
        {say.offer(news.when({ ...digest, calendar: "" }), what)}{" "}
        {next === null ? "" : say.next(sayMoment(next, place))}
      </p>
      {following.isPending ? <Loading /> : null}
      {following.isError && following.data === undefined ? (
        <LoadFailed error={following.error} retry={() => void following.refetch()} />
      ) : null}
      {followed.map((one) => (
        <Followed
          key={one.follower.id}
          one={one}
          busy={act.busy}
          stop={() => void act.run(() => stopFollowing(desk.id, one.follower.id))}
        />
      ))}
      <ProblemNotice problem={act.problem} />
      {following.isSuccess && !here && may(roles, "tracker.follow") ? (
        <Button className="button main" aria-disabled={act.busy} onPress={follow}>
          {portal === null ? say.followAll : say.followPortal(portal)}
        </Button>
      ) : null}
    </section>
  );
}

interface FollowedProps {
  readonly one: TrackerFollowing["followed"][number];
  readonly busy: boolean;
  readonly stop: () => void;
}

function Followed({ one, busy, stop }: FollowedProps) {
  const { language } = useWords();
  const say = trackerWords[language];
  const { follower, added, updated } = one;
  const news =
    added + updated === 0
      ? say.nothingYet
      : say.brings(digestWords[language].count(added, updated));
  return (
    <div className="followed">
      <p>
        <b>{follower.portal === null ? say.followsAll : say.followsPortal(follower.portal)}.</b>{" "}
        {news}
      </p>
      <Button className="button quiet" aria-disabled={busy} onPress={stop}>
        {say.unfollow}
      </Button>
    </div>
  );
}
