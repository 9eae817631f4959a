import { OpenAPIHono } from "@hono/zod-openapi";
import { mountAnnouncements } from "./routes/announcements.ts";
import { mountAccounts } from "./routes/accounts.ts";
import { mountArticleDeeds, mountArticleFiles } from "./routes/article-deeds.ts";
import { mountArticleFigures, mountTicketArticles } from "./routes/article-figures.ts";
import { mountArticles } from "./routes/articles.ts";
import { mountActs } from "./routes/acts.ts";
import { mountChat } from "./routes/chat.ts";
import { mountChatHosts } from "./routes/chat-hosts.ts";
import { mountCannedReplies } from "./routes/canned-replies.ts";
import { mountCompositions } from "./routes/compositions.ts";
import { mountDrafts } from "./routes/drafts.ts";
import { mountFeeds } from "./routes/feeds.ts";
import { mountPresence } from "./routes/presence.ts";
import { mountErrorCodes } from "./routes/error-codes.ts";
import { mountInvoices } from "./routes/invoices.ts";
import { mountLive } from "./routes/live.ts";
import { mountCalendar } from "./routes/calendar.ts";
import { mountDesks, mountOutgoing } from "./routes/desks.ts";
import { mountPreferences } from "./routes/preferences.ts";
import { mountPolicies } from "./routes/policies.ts";
import { mountBacktest } from "./routes/backtest.ts";
import { mountPolicyDraft } from "./routes/policy-draft.ts";
import { mountPolicyVersions } from "./routes/policy-versions.ts";
import { mountContacts } from "./routes/contacts.ts";
import { mountContactPersons } from "./routes/contact-persons.ts";
import { mountLookUp } from "./routes/look-up.ts";
import { mountOrganisations } from "./routes/organisations.ts";
import { mountReceived } from "./routes/received.ts";
import { mountRegister } from "./routes/register.ts";
import { mountRegisterFiles } from "./routes/register-files.ts";
import { mountMailboxes } from "./routes/mailboxes.ts";
import { mountOutgoingHtml } from "./routes/outgoing-html.ts";
import { mountExtensions } from "./routes/extensions.ts";
import { mountTelephone } from "./routes/telephone.ts";
import { mountBoard } from "./routes/board.ts";
import { mountSatisfaction } from "./routes/satisfaction.ts";
import { mountTracker } from "./routes/tracker.ts";
import { mountTrackerFollowers } from "./routes/tracker-followers.ts";
import { mountTakeDown } from "./routes/take-down.ts";
import { mountSearch } from "./routes/search.ts";
import { mountTickets } from "./routes/tickets.ts";
import { mountStaff } from "./routes/staff.ts";
import { mountBulks } from "./routes/bulks.ts";
import { mountGuard } from "./routes/guard.ts";
import { mountIncidents } from "./routes/incidents.ts";
import { mountViews } from "./routes/views.ts";
import { mountTokens } from "./routes/tokens.ts";
import { mountWebhookDeliveries } from "./routes/webhook-deliveries.ts";
import { mountWebhooks } from "./routes/webhooks.ts";
import { mountUploads } from "./routes/uploads.ts";
import { wrongDataResponse } from "./refused.ts";
import { doneOnceOnly } from "./once.ts";
import { identifiedOnly, servedDesksOnly } from "./session.ts";
import type { ApiEnv, ApiParts } from "./session.ts";
import { wellFormedOnly } from "./well-formed.ts";

/** Groups of operations, in the order in which the description names them. */
const groups = [
  mountDesks,
  mountPreferences,
  mountStaff,
  mountOutgoing,
  mountOutgoingHtml,
  mountReceived,
  mountTickets,
  mountSearch,
  mountViews,
  mountBulks,
  mountGuard,
  mountIncidents,
  mountTakeDown,
  mountAccounts,
  mountRegister,
  mountContacts,
  mountOrganisations,
  mountContactPersons,
  mountLookUp,
  mountRegisterFiles,
  mountCalendar,
  mountPolicies,
  mountPolicyVersions,
  mountPolicyDraft,
  mountBacktest,
  mountBoard,
  mountSatisfaction,
  mountTracker,
  mountTrackerFollowers,
  mountMailboxes,
  mountAnnouncements,
  mountActs,
  mountUploads,
  mountChat,
  mountChatHosts,
  mountTelephone,
  mountExtensions,
  mountLive,
  mountPresence,
  mountTokens,
  mountWebhooks,
  mountWebhookDeliveries,
  mountFeeds,
  mountDrafts,
  mountInvoices,
  mountErrorCodes,
  mountArticles,
  mountArticleDeeds,
  mountArticleFiles,
  mountArticleFigures,
  mountTicketArticles,
  mountCompositions,
  mountCannedReplies,
];

/** The API, relative to `/api/v1`: for whoever is signed in, at the desks where they work. */
export function api(parts: ApiParts): OpenAPIHono<ApiEnv> {
  const routes = new OpenAPIHono<ApiEnv>({
    strict: true,
    defaultHook: (result, context) => {
      return result.success ? undefined : wrongDataResponse(context, result.error.issues);
    },
  });
  routes.use(wellFormedOnly());
  routes.use(identifiedOnly(parts));
  routes.use(servedDesksOnly(parts.serves));
  routes.use(doneOnceOnly(parts.plazo));
  for (const mount of groups) mount(routes, parts);
  return routes;
}
