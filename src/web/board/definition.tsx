import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { figures } from "../../core/figures/figure.ts";
import type { FigureId } from "../../core/figures/figure.ts";
import { boardWords } from "../../words/figures/board.ts";
import { figureWords, unitWords } from "../../words/figures/definitions.ts";
import { useWords } from "../app/language.tsx";

/** What a figure is, beside it. */
export function Definition({ figure }: { readonly figure: FigureId }) {
  const { language } = useWords();
  const say = boardWords[language];
  const { title } = figureWords[language][figure];
  return (
    <DialogTrigger>
      <Button className="button quiet small-button" aria-label={`${say.definition}: ${title}`}>
        {say.definition}
      </Button>
      <Popover className="popover definition" placement="bottom end">
        <Dialog aria-label={`${say.definition}: ${title}`}>
          <DefinitionText figure={figure} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** A definition, whole: what it counts, what it does not, how, and from where. */
export function DefinitionText({ figure }: { readonly figure: FigureId }) {
  const { language } = useWords();
  const say = boardWords[language];
  const words = figureWords[language][figure];
  const unit = figures.find(({ id }) => id === figure)?.unit ?? "tickets";
  return (
    <>
      <p>{words.says}</p>
      <dl>
        <dt>{say.counts}</dt>
        <dd>{words.counts}</dd>
        <dt>{say.leavesOut}</dt>
        <dd>{words.leavesOut}</dd>
        <dt>{say.formula}</dt>
        <dd>{words.formula}</dd>
        <dt>{say.source}</dt>
        <dd>{words.source}</dd>
        <dt>{say.unit}</dt>
        <dd>{unitWords[language][unit]}</dd>
      </dl>
    </>
  );
}
