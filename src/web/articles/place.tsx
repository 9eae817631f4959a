import { Link } from "@tanstack/react-router";
import { may } from "../../core/access/may.ts";
import { articlesPlace } from "../../words/workspace/articles-place.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** The way to what the desk knows, for those who may read it. */
export function ArticlesPlace() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  if (!may(roles, "article.read")) return null;
  return (
    <Link to="/d/$desk/articulos" params={{ desk: desk.id }} search={{}} className="view">
      <Icon name="article" /> <span className="view-name">{articlesPlace[language]}</span>
    </Link>
  );
}
