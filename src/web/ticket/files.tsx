import { useParams } from "@tanstack/react-router";
import type { Upload } from "../../contract/upload.ts";
import { sayBytes } from "../../words/bytes.ts";
import { fileAddress } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** Files of a ticket with their sizes; each link fetches one. */
export function Files({ files }: { readonly files: readonly Upload[] }) {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const { folio = "" } = useParams({ strict: false });
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={fileAddress({ desk: desk.id, folio }, id)} download={name}>
            <Icon name="clip" />
            <span className="unseen">{words.context.download} </span>
            {name} <span className="soft">{sayBytes(size, language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
