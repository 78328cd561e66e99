// Which language a reader prefers.

import { type Language, languages } from './languages';

/** The language of a tag such as ko-KR; undefined if it is none of ours. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const code = tag?.split('-')[0]?.toLowerCase();
  return languages.find((language) => language.code === code)?.code;
}
