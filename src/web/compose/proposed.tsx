import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import { sayShortMoment } from "../../words/short.ts";
import { draftWords } from "../../words/workspace/drafts.ts";
import type { Place } from "../api/desk.ts";
import { endDraft, listDrafts } from "../api/drafts.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** The replies that programs propose for a ticket: used in one's own words, or discarded. Nothing where there are none. */
export function Proposed({
  folio,
  onUse,
}: {
  readonly folio: string;
  readonly onUse: (text: string) => void;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = draftWords[language];
  const place: Place = { desk: desk.id, folio };
  const list = useQuery({
    queryKey: ["drafts", desk.id, folio],
    queryFn: async ({ signal }) => valueOf(await listDrafts(place, signal)),
  });
  const end = async (id: string): Promise<void> => {
    await endDraft(place, id);
    await list.refetch();
  };
  const use = async (id: string, text: string): Promise<void> => {
    onUse(text);
    await end(id);
  };
  return list.data?.drafts.map(({ id, text, byName, made }) => {
    const title = say.by(byName, sayShortMoment(made, { zone: desk.zone, language }));
    return (
      <section key={id} className="notice" aria-label={title}>
        <div>
          <p>
            <b>{title}</b>
          </p>
          <p className="soft small">{say.warning}</p>
          <blockquote className="written">{text}</blockquote>
          <div className="acts start">
            <Button className="button" onPress={() => void use(id, text)}>
              {say.use}
            </Button>
            <Button className="button quiet" onPress={() => void end(id)}>
              {say.discard}
            </Button>
          </div>
        </div>
      </section>
    );
  });
}
