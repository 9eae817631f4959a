import { Link } from "@tanstack/react-router";
import { figureIds } from "../../core/figures/figure.ts";
import { boardWords } from "../../words/figures/board.ts";
import { figureWords } from "../../words/figures/definitions.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import "../ui/board.css";
import { DefinitionText } from "./definition.tsx";

/** What every figure of the board is. */
export function DefinitionsPage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = boardWords[language];
  return (
    <div className="page board definitions">
      <Link className="back" to="/d/$desk/tablero" params={{ desk: desk.id }} search={{}}>
        <Icon name="back" /> {say.back}
      </Link>
      <h2>{say.definitions}</h2>
      {figureIds.map((figure) => (
        <section key={figure} className="definition">
          <h3>{figureWords[language][figure].title}</h3>
          <DefinitionText figure={figure} />
        </section>
      ))}
    </div>
  );
}
