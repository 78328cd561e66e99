import { make } from './dom';

/** A field for a line of text, with the keyboard that a phone should show. */
export function textField(inputMode: string): HTMLInputElement {
  const input = make('input', 'field');
  input.type = 'text';
  input.inputMode = inputMode;
  input.autocomplete = 'off';
  input.spellcheck = false;
  return input;
}
