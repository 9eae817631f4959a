import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { valueOf } from "../api/request.ts";
import { giveExtension, readExtensions } from "../api/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Picked, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** Who answers at which extension of the exchange. */
export function Extensions() {
  const { language } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = telephoneWords[language];
  const known = useQuery({
    queryKey: ["extensions", desk.id],
    queryFn: async ({ signal }) => valueOf(await readExtensions(desk.id, signal)),
  });
  const give = async (one: string, to: string | null): Promise<void> => {
    const answer = await giveExtension(desk.id, one, to);
    setProblem(answer.ok ? null : answer.problem);
    await client.invalidateQueries({ queryKey: ["extensions", desk.id] });
  };
  const { extensions = [] } = known.data ?? {};
  return (
    <section aria-label={say.extensions}>
      <h3>{say.extensions}</h3>
      <p className="soft">{say.extensionsLead}</p>
      {extensions.length === 0 ? null : (
        <ul className="links">
          {extensions.map((one) => (
            <li key={one.extension}>
              <b className="num">{one.extension}</b> {one.name}{" "}
              <Button
                className="button quiet"
                aria-label={`${say.take} ${one.extension}`}
                onPress={() => void give(one.extension, null)}
              >
                {say.take}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Give onGive={(one, to) => void give(one, to)} problem={problem} />
    </section>
  );
}

function Give({
  onGive,
  problem,
}: {
  readonly onGive: (extension: string, member: string) => void;
  readonly problem: Problem | null;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const [extension, setExtension] = useState("");
  const [member, setMember] = useState("");
  const say = telephoneWords[language];
  return (
    <form
      className="sheet narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (extension.trim() !== "" && member !== "") onGive(extension.trim(), member);
      }}
    >
      <Written
        name="extension"
        label={say.extension}
        value={extension}
        onChange={setExtension}
        required
      />
      <Picked
        name="member"
        label={say.member}
        value={member}
        onChange={setMember}
        options={desk.staff.map(({ id, name }) => ({ id, label: name }))}
      />
      <ProblemNotice problem={problem} />
      <Button type="submit" className="button">
        {say.give}
      </Button>
    </form>
  );
}
