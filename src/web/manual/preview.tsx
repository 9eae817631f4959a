import { useState } from "react";
import { Button } from "react-aria-components";
import { manualEditWords } from "../../words/workspace/manual.ts";
import { previewAddress } from "../api/policy-draft.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

interface Props {
  readonly page: "manual" | "promesa";
  /** What the server keeps: the frame is fetched anew with each revision. */
  readonly revision: number;
  readonly readable: boolean;
  readonly pending: boolean;
}

/** The page that clients would read, drawn by the public site from the draft that is kept. */
export function Preview({ page, revision, readable, pending }: Props) {
  const { language } = useWords();
  const { desk } = useDesk();
  const [example, setExample] = useState(1);
  const say = manualEditWords[language];
  if (!readable) return <p className="soft">{say.noPreview}</p>;
  const address = previewAddress(desk.id, page, { revision, language });
  const src = page === "promesa" ? `${address}&n=${example}` : address;
  return (
    <div className="preview">
      {pending ? <p className="soft">{say.previewWaits}</p> : null}
      {page === "promesa" ? (
        <p>
          <Button className="button quiet" onPress={() => setExample(example + 1)}>
            {say.another}
          </Button>
        </p>
      ) : null}
      <iframe title={page === "manual" ? say.manual : say.promise} src={src} key={src} />
    </div>
  );
}
