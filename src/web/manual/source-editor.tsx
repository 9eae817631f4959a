import { useEffect, useEffectEvent, useRef } from "react";
import type { PackMark } from "../../contract/policy.ts";
import { mountSource } from "./editor.ts";
import type { SourceText, TextPlace } from "./editor.ts";

/** Where to go in the text: anew each time that it is asked for. */
export interface Jump extends TextPlace {
  readonly asked: number;
}

interface Props {
  readonly source: string;
  readonly label: string;
  readonly editable: boolean;
  readonly marks: readonly PackMark[];
  readonly jump: Jump | null;
  readonly onChange: (source: string) => void;
}

/** The pack as text, with what is wrong in it marked where it stands. */
export function SourceEditor({ source, label, editable, marks, jump, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<SourceText>(null);
  const heard = useEffectEvent((written: string) => onChange(written));
  const shown = useEffectEvent(() => source);
  useEffect(() => {
    if (box.current === null) return undefined;
    const mounted = mountSource({
      parent: box.current,
      source: shown(),
      label,
      editable,
      onChange: (written) => heard(written),
    });
    text.current = mounted;
    return () => mounted.destroy();
  }, [label, editable]);
  useEffect(() => text.current?.show(source), [source]);
  useEffect(() => text.current?.mark(marks), [marks]);
  useEffect(() => {
    if (jump !== null) text.current?.goTo(jump);
  }, [jump]);
  return <div className="source-text" ref={box} />;
}
