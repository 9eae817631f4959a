import { useParams } from "@tanstack/react-router";
import type { Upload } from "../../contract/upload.ts";
import { sayBytes } from "../../words/bytes.ts";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { fileAddress } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** Pictures that are drawn beside their words: points of colour, and nothing that could hold a script. */
const pictures: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
]);

/** Files of a ticket with their sizes; each link fetches one. */
export function Files({ files }: { readonly files: readonly Upload[] }) {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const { folio = "" } = useParams({ strict: false });
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map(({ id, name, size, type }) => (
        <li key={id}>
          {pictures.has(type) ? (
            <img
              className="picture"
              src={fileAddress({ desk: desk.id, folio }, id)}
              alt={timelineWords[language].image(name)}
              loading="lazy"
            />
          ) : null}
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
