import { Link } from "@tanstack/react-router";
import { may } from "../../core/access/may.ts";
import { auditPlace } from "../../words/workspace/audit-place.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** The way to the audit, for those who may read it. */
export function AuditPlace() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  if (desk.sees === "assigned" || !may(roles, "audit.read")) return null;
  return (
    <Link to="/d/$desk/bitacora" params={{ desk: desk.id }} className="view">
      <Icon name="log" /> <span className="view-name">{auditPlace[language]}</span>
    </Link>
  );
}
