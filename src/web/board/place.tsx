import { Link } from "@tanstack/react-router";
import { may } from "../../core/access/may.ts";
import { boardPlaceWords } from "../../words/workspace/board-place.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** The way to the board, for whoever may read it. */
export function BoardPlace() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  if (!may(roles, "board.read")) return null;
  return (
    <Link to="/d/$desk/tablero" params={{ desk: desk.id }} search={{}} className="view">
      <Icon name="chart" /> <span className="view-name">{boardPlaceWords[language].title}</span>
    </Link>
  );
}
