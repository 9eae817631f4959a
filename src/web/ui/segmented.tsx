import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

interface Segments<Id extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onChange: (id: Id) => void;
}

/** One of a few short words, beside each other; one is always chosen. */
export function Segmented<Id extends string>(props: Segments<Id>) {
  const { label, hint, value, options, onChange } = props;
  return (
    <div className="segmented">
      <span className="segmented-label" aria-hidden="true">
        {label}
      </span>
      <ToggleButtonGroup
        className="segments-row"
        aria-label={label}
        selectedKeys={[value]}
        disallowEmptySelection
        onSelectionChange={(keys) => {
          const chosen = options.find(({ id }) => keys.has(id));
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map(({ id, label: name }) => (
          <ToggleButton key={id} id={id} className="segment">
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {hint === undefined ? null : <p className="soft small">{hint}</p>}
    </div>
  );
}
