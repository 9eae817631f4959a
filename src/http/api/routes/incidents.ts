import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { incidentOfTicket } from "../../../contract/incidents.ts";
import type { IncidentOfTicket } from "../../../contract/incidents.ts";
import { isRefusal } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { declareIncident } from "../../../desk/incidents/part.ts";
import { readIncident } from "../../../desk/incidents/read-incident.ts";
import type { IncidentView } from "../../../desk/incidents/read-incident.ts";
import type { Place } from "../../../desk/tickets/act.ts";
import { answers, atTicket } from "../describe.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/incident",
  operationId: "readIncident",
  summary:
    "The mass incident that a ticket is or is part of, and what is probably the same trouble",
  request: { params: atTicket },
  responses: answers(incidentOfTicket, "As it stands"),
});

const declare = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/incident",
  operationId: "declareIncident",
  summary: "Makes a ticket a mass incident, that others can be part of",
  request: { params: atTicket },
  responses: answers(incidentOfTicket, "As it stands"),
});

/** Mass incidents. Joining and leaving one are acts on many tickets. */
export function mountIncidents(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const standing = async (place: Place): Promise<IncidentOfTicket | Refusal> => {
    const view = await readIncident(plazo, place);
    return isRefusal(view) ? view : presentIncident(view);
  };

  api.openapi(read, (context) => {
    const place = context.req.valid("param");
    const wants = { plazo, ...place, action: "ticket.merge" } as const;
    return forMember(context, wants, async () => {
      const found = await standing(place);
      return isRefusal(found) ? found : context.json(found, 200);
    });
  });

  api.openapi(declare, (context) => {
    const place = context.req.valid("param");
    const wants = { plazo, ...place, action: "ticket.merge" } as const;
    return forMember(context, wants, async (member) => {
      const done = await declareIncident(plazo, place, staffOf(member));
      if (isRefusal(done)) return done;
      const found = await standing(place);
      return isRefusal(found) ? found : context.json(found, 200);
    });
  });
}

function presentIncident({ is, incident, parts, alike, near }: IncidentView): IncidentOfTicket {
  return {
    is,
    incident:
      incident === null
        ? null
        : {
            folio: incident.folio,
            subject: incident.subject,
            opened: incident.opened,
            openedBy: incident.openedName,
            closed: incident.closedAt !== null,
            parts: incident.parts,
          },
    parts: parts.map(({ closedAt, ...part }) => ({ ...part, closed: closedAt !== null })),
    alike: alike.map((one) => ({ ...one, why: [...one.why] })),
    near: near.map((one) => ({ ...one, why: [...one.why] })),
  };
}
