import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { OutgoingDetail } from "../../contract/outgoing.ts";
import { outgoingHtmlAddress, readOutgoing } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { withLinks } from "./links.tsx";
import { useRecipientWords } from "./recipient.ts";
import { SendAgain } from "./again.tsx";
import { DeliveryState } from "./state.tsx";

/** One outgoing message, as it was or would be sent. */
export function OutgoingMessage() {
  const { id } = useParams({ from: "/d/$desk/correo/$id" });
  const { desk } = useDesk();
  const { words } = useWords();
  const message = useQuery({
    queryKey: ["outgoing", desk.id, "message", id],
    queryFn: async ({ signal }) => valueOf(await readOutgoing(desk.id, id, signal)),
    // Each reading may make a new link for its recipient: once is enough.
    staleTime: Infinity,
  });
  return (
    <article className="message" key={id}>
      <Link to="/d/$desk/correo" params={{ desk: desk.id }} className="back">
        <Icon name="back" /> {words.outgoing.back}
      </Link>
      {message.isPending ? <Loading /> : null}
      {message.isError ? (
        <LoadFailed error={message.error} retry={() => void message.refetch()} />
      ) : null}
      {message.data === undefined ? null : <Read message={message.data} />}
    </article>
  );
}

/** Reasons of our own are words already; what a server said is shown as it said it. */
function ServerWords({ error }: { readonly error: string }) {
  const { words } = useWords();
  if (!/[\s\d]/u.test(error)) return null;
  return (
    <dl className="facts">
      <Fact term={words.deliveries.server}>
        <code>{error}</code>
      </Fact>
    </dl>
  );
}

function Read({ message }: { readonly message: OutgoingDetail }) {
  const { words } = useWords();
  const { desk } = useDesk();
  const say = words.outgoing;
  const whom = useRecipientWords();
  const { row, text, headers } = message;
  return (
    <>
      <h2>{row.subject}</h2>
      <p className="message-line">
        <DeliveryState delivery={row} /> {whom(row.recipient)}
        {row.folio === null ? null : (
          <Link
            to="/d/$desk/t/$folio"
            params={{ desk: desk.id, folio: row.folio }}
            search={{ view: "open" }}
          >
            {row.folio}
          </Link>
        )}
        {row.sendable ? <SendAgain id={row.id} subject={row.subject} /> : null}
      </p>
      {row.error === null ? null : <ServerWords error={row.error} />}
      <Tabs>
        <TabList className="modes" aria-label={say.body}>
          <Tab id="text" className="mode">
            {say.text}
          </Tab>
          <Tab id="html" className="mode">
            {say.html}
          </Tab>
          <Tab id="headers" className="mode">
            {say.headers}
          </Tab>
        </TabList>
        <TabPanel id="text">
          <div className="said mail-text">{withLinks(text)}</div>
        </TabPanel>
        <TabPanel id="html">
          <iframe
            className="mail-html"
            title={row.subject}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            src={outgoingHtmlAddress(desk.id, row.id)}
          />
        </TabPanel>
        <TabPanel id="headers">
          <dl className="facts">
            {Object.entries(headers).map(([name, value]) => (
              <Fact key={name} term={name}>
                {value}
              </Fact>
            ))}
          </dl>
        </TabPanel>
      </Tabs>
    </>
  );
}
