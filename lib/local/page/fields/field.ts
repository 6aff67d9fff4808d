/** A text, an option's value or several, epoch seconds, `YYYY-MM-DD`, `HH:MM`; null for nothing. */
export type Value = string | readonly string[] | null;

/** An element that holds what a person enters. */
export interface Field {
  /** Bears the name, the hint and the error. */
  readonly control: HTMLElement;
  read(): Value;
  /** Shows a value; one that the element does not offer changes nothing. */
  write(value: Value): void;
  /** Tells what was picked, or which of several was ticked or unticked; of a text when Enter is pressed. */
  onChange(listener: (value: string) => void): void;
}

/** What takes the focus: a group has it in the first of its boxes. */
export function focusTarget({ control }: Field): HTMLElement {
  return control.matches('[role]') ? (control.querySelector('input') ?? control) : control;
}
