import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import { readDifferences } from "../api/policy.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Over } from "../ui/dialog.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";

/** One difference in words, under the heading of its section. */
export interface Said {
  readonly section: string;
  readonly text: string;
}

/** What a version changed, in words. */
export function Differences({
  of,
  onClose,
}: {
  readonly of: number;
  readonly onClose: () => void;
}) {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const say = words.versions;
  const found = useQuery({
    queryKey: ["differences", desk.id, of, language],
    queryFn: async ({ signal }) => valueOf(await readDifferences(desk.id, of, signal)),
  });
  return (
    <Over title={say.changesOf(of)} onClose={onClose}>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <LoadFailed error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <>
          <p className="soft">
            {found.data.against === null ? say.isFirst : say.against(found.data.against)}
          </p>
          <DifferenceList differences={found.data.differences} />
        </>
      )}
      <div className="acts">
        <Button className="button main" onPress={onClose}>
          {say.finish}
        </Button>
      </div>
    </Over>
  );
}

/** Differences in words, each section once. */
export function DifferenceList({ differences }: { readonly differences: readonly Said[] }) {
  const { words } = useWords();
  const sections = [...new Set(differences.map(({ section }) => section))];
  if (sections.length === 0) return <p>{words.versions.noChanges}</p>;
  return (
    <dl className="differences">
      {sections.map((section) => (
        <div key={section}>
          <dt>{section}</dt>
          {differences
            .filter((one) => one.section === section)
            .map(({ text }, at) => (
              <dd key={`${at} ${text}`}>{text}</dd>
            ))}
        </div>
      ))}
    </dl>
  );
}
