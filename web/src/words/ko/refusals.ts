// 할 수 없는 일과 그 까닭을 알리는 한국어 문장.

import type { Refusals } from '../en/refusals';
import { wants } from './wants';

export const refusals: Refusals = {
  refused: (message) => `적용하지 못했습니다: ${message}`,
  numberWanted: (typed) => `“${typed}”: 숫자를 입력하세요.`,
  eitherNumber: (typed, thousands, decimal) => `“${typed}”: ${thousands}일 수도 ${decimal}일 수도 있습니다. 둘 중 하나로 쓰세요.`,
  positiveWanted: (typed) => `“${typed}”: 0보다 큰 숫자를 입력하세요.`,
  finiteWanted: (typed) => `${typed}: 유한한 수를 입력하세요.`,
  wholeWanted: (typed) => `${typed}: 정수를 입력하세요.`,
  wants,
  wanted: (value, want) => `${value}: ${want}`,
  noSuchKey: (value, which) => `${value}: ${which}`,
  counted: (n) => `${n}개`,
  cell: (line, column) => `${line}행 ${column}열`,
  nothing: '빈 값',

  notJson: (name) => `${name}: 세션 파일이 아닙니다. JSON이어야 합니다.`,
  notRead: (name) => `${name}: 읽을 수 없습니다.`,
  tooLarge: (name) => `${name}: 50MB보다 큽니다.`,
  noCode: (format) => `이 학습을 옮길 수 없는 형식입니다: ${format}`,
};
