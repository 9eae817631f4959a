import { useParams } from "@tanstack/react-router";
import type { Upload } from "../../contract/upload.ts";
import { isPicture } from "../../core/text/pictures.ts";
import { sayBytes } from "../../words/bytes.ts";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { fileAddress } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** A picture of a ticket, fetched as whoever reads it. */
export function Picture({ file: { id, name } }: { readonly file: Upload }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const { folio = "" } = useParams({ strict: false });
  return (
    <img
      className="picture"
      src={fileAddress({ desk: desk.id, folio }, id)}
      alt={timelineWords[language].image(name)}
      loading="lazy"
    />
  );
}

interface Listed {
  readonly files: readonly Upload[];
  /** Those that are shown elsewhere already: their link alone is here. */
  readonly shown?: ReadonlySet<string>;
}

/** Files of a ticket with their sizes; each link fetches one. */
export function Files({ files, shown }: Listed) {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const { folio = "" } = useParams({ strict: false });
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => {
        const { id, name, size } = file;
        return (
          <li key={id}>
            {isPicture(file) && shown?.has(id) !== true ? <Picture file={file} /> : null}
            <a href={fileAddress({ desk: desk.id, folio }, id)} download={name}>
              <Icon name="clip" />
              <span className="unseen">{words.context.download} </span>
              {name} <span className="soft">{sayBytes(size, language)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
