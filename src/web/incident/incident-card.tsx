import { Link } from "@tanstack/react-router";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { Button } from "react-aria-components";
import type { IncidentOfTicket } from "../../contract/incidents.ts";
import type { Problem } from "../../contract/problem.ts";
import { progressInWords } from "../../words/progress.ts";
import { incidentWords } from "../../words/workspace/incidents.ts";
import { declareIncident, readIncident } from "../api/bulk.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import type { BulkName, Wish } from "../bulk/wish.ts";
import { ProblemNotice } from "../ui/notice.tsx";

const BulkDialog = lazily(() => import("../bulk/bulk-dialog.tsx"), "BulkDialog");

interface Asked {
  readonly act: BulkName;
  readonly folios: readonly string[];
  readonly to: string;
}

interface CardProps {
  readonly folio: string;
  /** Which of both: what the ticket is of an incident, or what it may be. The one stands above all else, the other does not. */
  readonly shows: "belonging" | "likeness";
}

/** What a ticket has to do with mass incidents: those that are probably the same, one answer to all, one cause. */
export function IncidentCard({ folio, shows }: CardProps) {
  const { language } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const key = ["incident", desk.id, folio];
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => valueOf(await readIncident({ desk: desk.id, folio }, signal)),
    staleTime: 30_000,
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (data === undefined || (data.is === "neither") !== (shows === "likeness")) return null;
  const isPlain = data.is === "neither" && data.alike.length === 0 && data.near.length === 0;
  if (isPlain) return null;
  const declare = async (): Promise<void> => {
    const answer = await declareIncident({ desk: desk.id, folio });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) client.setQueryData(key, answer.value);
  };
  const say = incidentWords[language];
  const known: Partial<Wish> = { to: asked?.to ?? "" };
  return (
    <section className="card part incident-card" aria-label={say.title}>
      <h3>{data.is === "part" ? say.isPart : say.title}</h3>
      {data.is === "incident" ? (
        <Whole view={data} folio={folio} onAsk={setAsked} />
      ) : data.is === "part" ? (
        <Part view={data} folio={folio} onAsk={setAsked} />
      ) : (
        <>
          <Near view={data} folio={folio} onAsk={setAsked} />
          {data.alike.length === 0 ? null : (
            <>
              <h4>{say.alike}</h4>
              <Alikes list={data.alike} />
              <p className="soft">{say.declareMeans}</p>
              <Button className="button small" onPress={() => void declare()}>
                {say.declare}
              </Button>
            </>
          )}
        </>
      )}
      <ProblemNotice problem={problem} />
      {asked === null ? null : (
        <Suspense>
          <BulkDialog
            act={asked.act}
            on={{ folios: asked.folios }}
            known={known}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

interface Shown {
  readonly view: IncidentOfTicket;
  readonly folio: string;
  readonly onAsk: (asked: Asked) => void;
}

function Whole({ view, folio, onAsk }: Shown) {
  const { language } = useWords();
  const say = incidentWords[language];
  const { parts, alike } = view;
  const all = [folio, ...parts.filter(({ closed }) => !closed).map((part) => part.folio)];
  const suggested = alike.map((one) => one.folio);
  return (
    <>
      <p>
        <b>{say.count(parts.length)}</b>
      </p>
      <div className="filter-bar">
        <Button
          className="button small"
          onPress={() => onAsk({ act: "reply", folios: all, to: "" })}
        >
          {say.reply}
        </Button>
        <Button
          className="button quiet small"
          onPress={() => onAsk({ act: "solve", folios: all, to: "" })}
        >
          {say.solve}
        </Button>
      </div>
      {suggested.length === 0 ? null : (
        <>
          <h4>{say.alike}</h4>
          <Alikes list={alike} />
          <Button
            className="button quiet small"
            onPress={() => onAsk({ act: "join", folios: suggested, to: folio })}
          >
            {say.join(suggested.length)}
          </Button>
        </>
      )}
      <Parts parts={parts} folio={folio} onAsk={onAsk} />
    </>
  );
}

/** The tickets of an incident, each to be taken out. */
function Parts({
  parts,
  folio,
  onAsk,
}: { readonly parts: IncidentOfTicket["parts"] } & Pick<Shown, "folio" | "onAsk">) {
  const { language } = useWords();
  const say = incidentWords[language];
  if (parts.length === 0) return null;
  return (
    <details>
      <summary>{say.parts}</summary>
      <ul>
        {parts.map((part) => (
          <li key={part.folio}>
            <ToTicket folio={part.folio} /> <span>{part.requester ?? part.subject}</span>
            <span className="soft">
              {progressInWords(part.progress, language)}
              {part.breached ? ` · ${say.breached}` : ""}
            </span>
            <Button
              className="button quiet small"
              onPress={() => onAsk({ act: "leave", folios: [part.folio], to: folio })}
            >
              {say.leave}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Part({ view, folio, onAsk }: Shown) {
  const { language } = useWords();
  const say = incidentWords[language];
  const { incident } = view;
  if (incident === null) return null;
  return (
    <>
      <p>
        <ToTicket folio={incident.folio} /> {incident.subject}
        <span className="soft"> · {say.count(incident.parts)}</span>
      </p>
      <Button
        className="button quiet small"
        onPress={() => onAsk({ act: "leave", folios: [folio], to: incident.folio })}
      >
        {say.leave}
      </Button>
    </>
  );
}

function Near({ view, folio, onAsk }: Shown) {
  const { language } = useWords();
  const say = incidentWords[language];
  if (view.near.length === 0) return null;
  return (
    <>
      <h4>{say.near}</h4>
      <ul>
        {view.near.map((one) => (
          <li key={one.folio}>
            <ToTicket folio={one.folio} /> <span>{one.subject}</span>
            <Button
              className="button small"
              onPress={() => onAsk({ act: "join", folios: [folio], to: one.folio })}
            >
              {say.joinTo(one.folio)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Alikes({ list }: { readonly list: IncidentOfTicket["alike"] }) {
  const { language } = useWords();
  const say = incidentWords[language];
  return (
    <ul>
      {list.slice(0, 6).map((one) => (
        <li key={one.folio}>
          <ToTicket folio={one.folio} /> <span>{one.subject}</span>
          <span className="soft">{one.why.map((why) => say.why[why]).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

function ToTicket({ folio }: { readonly folio: string }) {
  const { desk } = useDesk();
  return (
    <Link to="/d/$desk/t/$folio" params={{ desk: desk.id, folio }} search={{ view: "open" }}>
      {folio}
    </Link>
  );
}
