import type { ReactNode } from "react";
import {
  Button,
  Checkbox,
  CheckboxGroup,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from "react-aria-components";
import { useWords } from "../app/language.tsx";
import { Icon } from "./icons.tsx";

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in the reader's words. */
  readonly error?: string | undefined;
}

interface Written extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  /** The form was sent: what is required and still blank says so. */
  readonly tried?: boolean;
  readonly lines?: number;
  readonly type?: "text" | "email" | "password" | "datetime-local" | "date" | "time";
  /** It has the cursor when its dialog opens. */
  readonly isFirst?: boolean;
}

/** A box to write in: one line, or several where `lines` says how many. */
export function Written(props: Written) {
  const {
    name,
    label,
    hint,
    value,
    onChange,
    required = false,
    tried = false,
    lines,
    type = "text",
  } = props;
  const { words } = useWords();
  const isMissing = tried && required && value.trim() === "";
  const error = props.error ?? (isMissing ? words.compose.required : undefined);
  return (
    <TextField
      className="field"
      {...{ name, value, onChange, type }}
      isRequired={required}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was just asked for
      autoFocus={props.isFirst ?? false}
    >
      <Label>{label}</Label>
      {hint === undefined ? null : <Text slot="description">{hint}</Text>}
      {lines === undefined ? <Input /> : <TextArea rows={lines} />}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly means?: string | undefined;
}

interface Chosen extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}

/** One of a few, all seen at once, each with what it means. */
export function Choice({ name, label, hint, error, value, onChange, options }: Chosen) {
  return (
    <RadioGroup
      className="field choice"
      {...{ name, value, onChange }}
      validationBehavior="aria"
      isInvalid={error !== undefined}
    >
      <Label>{label}</Label>
      {hint === undefined ? null : <Text slot="description">{hint}</Text>}
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="radio">
          <span className="dot" aria-hidden="true" />
          <span>
            <b>{option.label}</b>
            {option.means === undefined ? null : <span className="means">{option.means}</span>}
          </span>
        </Radio>
      ))}
      <FieldError>{error}</FieldError>
    </RadioGroup>
  );
}

interface Tickable extends Common {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** A box to tick; what is wrong with it as it stands is said below it. */
export function Ticked({ name, label, error, value, onChange }: Tickable) {
  return (
    <CheckboxGroup
      className="field"
      aria-label={label}
      value={value ? [name] : []}
      onChange={(ticked) => onChange(ticked.includes(name))}
      validationBehavior="aria"
      isInvalid={error !== undefined}
    >
      <Checkbox value={name} className="check">
        <span className="box" aria-hidden="true" />
        {label}
      </Checkbox>
      <FieldError>{error}</FieldError>
    </CheckboxGroup>
  );
}

/** One of many, from a list that opens. */
export function Picked({ name, label, hint, error, value, onChange, options }: Chosen) {
  const { words } = useWords();
  return (
    <Select
      className="field picked"
      name={name}
      value={value === "" ? null : value}
      onChange={(key) => onChange(key === null ? "" : String(key))}
      placeholder={words.fields.choose}
      validationBehavior="aria"
      isInvalid={error !== undefined}
    >
      <Label>{label}</Label>
      <Button className="pick">
        <SelectValue />
        <Icon name="down" />
      </Button>
      {hint === undefined ? null : <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
      <Popover className="popover list-popover">
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="option">
              {option.label}
              {option.means === undefined ? null : <Text slot="description">{option.means}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** A term and what it is, in a list of them. */
export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
