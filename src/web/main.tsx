import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider as Routes } from "@tanstack/react-router";
import { StrictMode } from "react";
import { RouterProvider as LinkProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { config } from "zod";
import { LanguageProvider } from "./app/language.tsx";
import { goToSignIn, makeQueryClient } from "./app/queries.ts";
import { router } from "./app/router.tsx";
import { ServerTimeProvider } from "./time/now.tsx";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/controls.css";
import "./ui/segmented.css";
import "./ui/shell.css";
import "./ui/queue.css";
import "./ui/queue-work.css";
import "./ui/compose.css";
import "./ui/live.css";
import "./ui/promises.css";
import "./ui/timeline.css";
import "./ui/ticket.css";
import "./ui/pages.css";
import "./ui/tracker.css";

// The content policy lets no page compile code: zod must not try.
config({ jitless: true });

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient(goToSignIn)}>
      <LanguageProvider>
        <ServerTimeProvider>
          <LinkProvider navigate={(href) => router.history.push(href)}>
            <Routes router={router} />
          </LinkProvider>
        </ServerTimeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
