import { articlesChapter, proceduresChapter } from "./follow-through.ts";
import { groundsChapter, presenceChapter, trainingChapter } from "./attention.ts";
import { chargesChapter } from "./charges.ts";
import {
  callListChapter,
  glossaryChapter,
  readingsChapter,
  scopeChapter,
  statesChapter,
} from "./course.ts";
import { formsChapter } from "./forms.ts";
import { glanceChapter } from "./glance.ts";
import { channelsChapter, hoursChapter, whoChapter } from "./intake.ts";
import type { Chapter, Leaf } from "./leaf.ts";
import { levelsChapter } from "./levels.ts";
import { messagesChapter, tellsChapter } from "./tells.ts";
import { promisesChapter } from "./promises.ts";
import { severitiesChapter } from "./severities.ts";
import { silenceChapter } from "./silence.ts";
import { trackerChapter } from "./tracker.ts";

const all: readonly ((leaf: Leaf) => Chapter)[] = [
  glanceChapter,
  hoursChapter,
  channelsChapter,
  whoChapter,
  trainingChapter,
  formsChapter,
  severitiesChapter,
  groundsChapter,
  promisesChapter,
  silenceChapter,
  presenceChapter,
  statesChapter,
  levelsChapter,
  proceduresChapter,
  tellsChapter,
  trackerChapter,
  chargesChapter,
  scopeChapter,
  callListChapter,
  articlesChapter,
  messagesChapter,
  glossaryChapter,
  readingsChapter,
];

/** The chapters of a manual in their order; those that its policy has nothing to say in are left out. */
export function chaptersOf(leaf: Leaf): readonly Chapter[] {
  return all.map((chapter) => chapter(leaf)).filter(({ body }) => body !== "");
}
