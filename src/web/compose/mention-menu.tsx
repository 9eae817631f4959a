import { bare } from "../../core/text/bare.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Choices } from "./choices.tsx";
import type { Called } from "./slash-menu.tsx";
import { writtenOver } from "./typed.ts";

const MOST = 8;

/** Colleagues whom a note may call by name: they are told. */
export function MentionMenu({ composition, typed, area, onKeys, onWrite }: Called) {
  const { language } = useWords();
  const { desk, me } = useDesk();
  const say = composeWords[language].mention;
  const { draft, change } = composition;
  const items = desk.staff
    .filter(({ id, party }) => id !== me.id && party === null)
    .filter(({ name }) => bare(name).includes(bare(typed.words)))
    .slice(0, MOST)
    .map(({ id, name }) => ({
      ...{ id, name, hint: "", does: [] },
      choose: () => {
        onWrite(`@${name} `);
        const { text } = writtenOver(draft.text, typed, `@${name} `);
        change({ text, mentions: [...new Set([...draft.mentions, id])] });
      },
    }));
  return <Choices {...{ items, area, onKeys }} title={say.title} none={say.none} />;
}
