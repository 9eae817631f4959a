import { Link } from "@tanstack/react-router";
import { Empty } from "../ui/notice.tsx";
import { useWords } from "./language.tsx";

/** An address of the workspace that leads nowhere. */
export function NoSuchPage() {
  const { words } = useWords();
  return (
    <Empty>
      <h1>{words.shell.noSuchPage}</h1>
      <Link to="/">{words.shell.toDesk}</Link>
    </Empty>
  );
}
