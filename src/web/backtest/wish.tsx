import { useState } from "react";
import { Button } from "react-aria-components";
import type { BacktestWished } from "../../contract/backtest.ts";
import { backtestWords } from "../../words/workspace/backtest.ts";
import { useWords } from "../app/language.tsx";
import { Choice, Picked, Written } from "../ui/fields.tsx";
import { useVersions } from "../versions/use-versions.ts";

interface Props {
  readonly isRunning: boolean;
  readonly onRun: (wish: BacktestWished) => void;
}

/** The numbers of a generated stretch of time, with their bounds. */
const numbers = {
  days: { least: 1, most: 730, usual: 365 },
  perDay: { least: 1, most: 2_000, usual: 40 },
  agents: { least: 1, most: 500, usual: 5 },
  minutes: { least: 1, most: 480, usual: 20 },
} as const;

type Name = keyof typeof numbers;
const names = Object.keys(numbers) as Name[];
const usual = Object.fromEntries(names.map((name) => [name, String(numbers[name].usual)]));

/** What is to be tried, and on which tickets. */
export function BacktestWish({ isRunning, onRun }: Props) {
  const { language } = useWords();
  const say = backtestWords[language];
  const versions = useVersions().data?.versions ?? [];
  const [version, setVersion] = useState("draft");
  const [on, setOn] = useState("own");
  const [load, setLoad] = useState<Readonly<Record<string, string>>>(usual);
  const wrong = names.filter((name) => !isWithin(name, load[name]));
  const submit = (): void => {
    if (isRunning || (on === "generated" && wrong.length > 0)) return;
    const tried = version === "draft" ? null : Number(version);
    onRun({ version: tried, load: on === "own" ? null : numbersOf(load) });
  };
  return (
    <form
      className="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Picked
        name="version"
        label={say.what}
        value={version}
        onChange={setVersion}
        options={[
          { id: "draft", label: say.draft },
          ...versions.map(({ number }) => ({ id: String(number), label: say.version(number) })),
        ]}
      />
      <Choice
        name="on"
        label={say.on}
        value={on}
        onChange={setOn}
        options={[
          { id: "own", label: say.own, means: say.ownMeans },
          { id: "generated", label: say.generated, means: say.generatedMeans },
        ]}
      />
      {on === "own" ? null : <Load load={load} wrong={wrong} onChange={setLoad} />}
      <Button type="submit" className="button main" aria-disabled={isRunning}>
        {say.run}
      </Button>
    </form>
  );
}

function numbersOf(load: Readonly<Record<string, string>>): BacktestWished["load"] {
  const of = (name: Name): number => Number(load[name]);
  return { days: of("days"), perDay: of("perDay"), agents: of("agents"), minutes: of("minutes") };
}

interface LoadProps {
  readonly load: Readonly<Record<string, string>>;
  readonly wrong: readonly Name[];
  readonly onChange: (load: Readonly<Record<string, string>>) => void;
}

/** What a generated stretch of time is like. */
function Load({ load, wrong, onChange }: LoadProps) {
  const { language } = useWords();
  const say = backtestWords[language];
  return (
    <div className="load">
      {names.map((name) => (
        <Written
          key={name}
          name={name}
          label={say[name]}
          value={load[name] ?? ""}
          onChange={(value) => onChange({ ...load, [name]: value })}
          error={
            wrong.includes(name)
              ? say.wrongNumber(numbers[name].least, numbers[name].most)
              : undefined
          }
        />
      ))}
    </div>
  );
}

function isWithin(name: Name, written: string | undefined): boolean {
  const n = Number(written);
  return Number.isInteger(n) && n >= numbers[name].least && n <= numbers[name].most;
}
