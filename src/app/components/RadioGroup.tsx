import { useId } from "preact/hooks";

interface RadioGroupProps<T> {
  legend: string;
  value: T;
  options: readonly { value: T; label: string }[];
  disabled: boolean;
  onChoose: (value: T) => void;
}

/** A few exclusive choices in a row. Radio buttons, because they bring the arrow keys with them. */
export function RadioGroup<T>({ legend, value, options, disabled, onChoose }: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset class="radio-group" disabled={disabled}>
      <legend>{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.label}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
