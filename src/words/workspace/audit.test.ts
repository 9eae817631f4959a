import { expect, it } from "vitest";
import { auditWords } from "./audit.ts";

it("tells the same acts in both languages, each in words and none by its code", () => {
  const { es, en } = auditWords;
  expect(Object.keys(en.actions).toSorted()).toEqual(Object.keys(es.actions).toSorted());
  for (const [act, said] of [...Object.entries(es.actions), ...Object.entries(en.actions)])
    expect(said, act).not.toContain(act);
  for (const act of ["satisfaction.set", "view.make", "article.publish", "webhook.renew-secret"])
    expect(es.actions[act], act).toBeDefined();
});
