import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { ReceivedDetail } from "../../contract/received.ts";
import { sayMoment } from "../../words/dates.ts";
import { receivedWorkWords } from "../../words/workspace/received.ts";
import { rawAddress, readReceived, receivedHtmlAddress } from "../api/received.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { Decisions } from "./decisions.tsx";
import { MailDetails } from "./details.tsx";

/** One mail that came, and what a person may decide about it. */
export function ReceivedMail() {
  const { id } = useParams({ from: "/d/$desk/recibido/$id" });
  const { list = "quarantine" } = useSearch({ from: "/d/$desk/recibido" });
  const { desk } = useDesk();
  const { language } = useWords();
  const mail = useQuery({
    queryKey: ["received", desk.id, "mail", id],
    queryFn: async ({ signal }) => valueOf(await readReceived(desk.id, id, signal)),
  });
  return (
    <article className="message" key={id}>
      <Link to="/d/$desk/recibido" params={{ desk: desk.id }} search={{ list }} className="back">
        <Icon name="back" /> {receivedWorkWords[language].back}
      </Link>
      {mail.isPending ? <Loading /> : null}
      {mail.isError ? <LoadFailed error={mail.error} retry={() => void mail.refetch()} /> : null}
      {mail.data === undefined ? null : <Read mail={mail.data} />}
    </article>
  );
}

function Read({ mail }: { readonly mail: ReceivedDetail }) {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const say = receivedWorkWords[language];
  const { row } = mail;
  return (
    <>
      <h2>{row.subject === "" ? say.noSubject : row.subject}</h2>
      <p className="message-line">
        <strong>{say.states[row.state]}</strong>
        <span>{[row.senderName, row.sender].filter(Boolean).join(" · ") || say.nobody}</span>
        <span className="soft">{sayMoment(row.at, place)}</span>
        {row.folio === null ? null : (
          <Link
            to="/d/$desk/t/$folio"
            params={{ desk: desk.id, folio: row.folio }}
            search={{ view: "open" }}
          >
            {row.folio}
          </Link>
        )}
      </p>
      {row.decided === null ? null : (
        <p className="soft">
          {say.decided(row.decided.by, sayMoment(row.decided.at, place))} {row.decided.reason ?? ""}
        </p>
      )}
      <Decisions row={row} />
      <Bodies mail={mail} />
    </>
  );
}

function Bodies({ mail }: { readonly mail: ReceivedDetail }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = receivedWorkWords[language];
  const { row, text, whole, hasHtml } = mail;
  return (
    <>
      <Tabs>
        <TabList className="modes" aria-label={say.body}>
          <Tab id="text" className="mode">
            {say.text}
          </Tab>
          <Tab id="whole" className="mode">
            {say.whole}
          </Tab>
          {hasHtml ? (
            <Tab id="html" className="mode">
              {say.html}
            </Tab>
          ) : null}
          <Tab id="details" className="mode">
            {say.details}
          </Tab>
        </TabList>
        <TabPanel id="text">
          <div className="said mail-text">{text}</div>
        </TabPanel>
        <TabPanel id="whole">
          <div className="said mail-text">{whole}</div>
        </TabPanel>
        {hasHtml ? (
          <TabPanel id="html">
            <iframe
              className="mail-html"
              title={row.subject === "" ? say.noSubject : row.subject}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              src={receivedHtmlAddress(desk.id, row.id)}
            />
          </TabPanel>
        ) : null}
        <TabPanel id="details">
          <MailDetails mail={mail} />
        </TabPanel>
      </Tabs>
      <p>
        <a href={rawAddress(desk.id, row.id)} download>
          {say.original}
        </a>
      </p>
    </>
  );
}
