// What the program's refusals want, in Korean. The program itself speaks English, as its command line does.

/** The sentence for a want such as 'a positive finite number'; null where it isn't known. */
export function korean(want: string): string | null {
  for (const [pattern, say] of wants) {
    const found = pattern.exec(want);
    if (found) return say(...found.slice(1));
  }
  return null;
}

const wants: [RegExp, (...groups: string[]) => string][] = [
  [/^a positive finite number$/, () => '0보다 큰 유한한 수를 넣으세요.'],
  [/^a finite number, (?:at least 0|0 or more)$/, () => '0 이상의 유한한 수를 넣으세요.'],
  [/^(?:a )?finite numbers?$/, () => '유한한 수를 넣으세요.'],
  [/^a whole number$/, () => '정수를 넣으세요.'],
  [/^a number$/, () => '수를 넣으세요.'],
  [/^a number from 0 to below 1$/, () => '0 이상 1 미만의 수를 넣으세요.'],
  [/^a number from (\S+) to (\S+)$/, (low, high) => `${low}에서 ${high} 사이의 수를 넣으세요.`],
  [/^a whole number from (\d+) to (\d+)$/, (low, high) => `${low}에서 ${high} 사이의 정수를 넣으세요.`],
  [/^a whole number of steps, 0 or more$/, () => '0 이상의 정수로 된 스텝 수를 넣으세요.'],
  [/^a probability above 0 and below 1$/, () => '0보다 크고 1보다 작은 확률을 넣으세요.'],
  [/^\[x, y\], each (.*)$/, (each) => `[x, y] 두 수가 필요합니다. ${korean(each!) ?? each}`],
  [/^true or false$/, () => 'true나 false를 넣으세요.'],
  [/^1$/, () => '1이어야 합니다.'],
  [/^1: rivals tell two classes apart$/, () => '두 클래스를 가르는 규칙이므로 출력이 1개여야 합니다.'],
  [/^a list$/, () => '목록을 넣으세요.'],
  [/^a value(?:; this is an object of (.*))?$/, (parts) => (parts ? `값을 넣으세요. 필요한 키: ${parts}` : '값을 넣으세요.')],
  [/^a class$/, () => '클래스를 넣으세요.'],
  [/^an object of (.*)$/, (parts) => `다음 키로 된 객체를 넣으세요: ${parts}`],
  [/^an object with step and one of (.*)$/, (kinds) => `step과, 다음 중 하나가 있는 객체를 넣으세요: ${kinds}`],
  [/^an object with (.*)$/, (keys) => `다음 키로 된 객체를 넣으세요: ${keys}`],
  [/^one of (.*)$/, (words) => `다음 중 하나를 고르세요: ${words}`],
  [
    /^no such key, but those of a scene's data, model and train, queries, edits or preset$/,
    () => '그런 키는 없습니다. data, model, train의 키와 queries, edits, preset을 쓸 수 있습니다.',
  ],
  [/^no such key, but (?:one of )?(.*)$/, (keys) => `그런 키는 없습니다. 쓸 수 있는 키: ${keys!.replace(' or ', ', ')}`],
  [/^no such key; (?:this|an edit) is (.*)$/, (object) => `그런 키는 없습니다. ${korean(object!) ?? object}`],
  [/^this key only once$/, () => '이 키는 한 번만 쓸 수 있습니다.'],
  [/^train\.momentum above 0 with it$/, () => '0보다 큰 train.momentum과 함께 써야 합니다.'],
  [/^2 inputs, up to 6 hidden layers/, () => '입력 2개, 유닛이 1~64개인 은닉층 최대 6개, 출력 1~64개여야 합니다.'],
  [
    /^bce, mse, hinge or perceptron for one output/,
    () =>
      '출력이 1개일 때는 bce, mse, hinge, perceptron 중에서 고르세요. cross_entropy에는 출력이 2개 이상 필요합니다(model.layers).',
  ],
  [/^cross_entropy for (\d+) outputs/, (k) => `출력이 ${k}개일 때는 cross_entropy를 쓰거나, 출력을 1개로 하세요(model.layers).`],
  [
    /^at most (\d+) classes for this network/,
    (k) => `이 네트워크에는 클래스가 최대 ${k}개입니다. model.layers의 마지막 수가 클래스 수입니다.`,
  ],
  [/^at most (\d+) classes$/, (k) => `클래스는 최대 ${k}개입니다.`],
  [/^at most (\d+)(?: points)?$/, (n) => `점은 최대 ${n}개입니다.`],
  [/^at most (\d+) rows$/, (n) => `최대 ${n}행까지 읽을 수 있습니다.`],
  [/^at least (\d+) for spirals$/, (n) => `나선에는 ${n}개 이상이 필요합니다.`],
  [/^at least one \[x, y\]$/, () => '[x, y]가 하나 이상 필요합니다.'],
  [/^one for each of the (\d+) points of data\.x$/, (n) => `data.x의 점 ${n}개마다 하나씩 필요합니다.`],
  [/^at least one of (\d+) points left to train on$/, (n) => `점 ${n}개 중 적어도 하나는 학습에 남겨 두어야 합니다.`],
  [/^steps from 0 on, in order$/, () => '0 이상의 스텝이 순서대로 와야 합니다.'],
  [/^an index from 0 to (\d+)$/, (last) => `0에서 ${last} 사이의 번호를 넣으세요.`],
  [/^nothing: there is none$/, () => '가리킬 점이 하나도 없습니다.'],
  [/^a label from 0 to (\d+)$/, (last) => `0에서 ${last} 사이의 클래스를 넣으세요.`],
  [/^no label: a query has none$/, () => '테스트 점에는 클래스가 없습니다.'],
  [/^(\d+): weight, bias/, (n) => `목록 ${n}개가 필요합니다: 가중치, 편향, 가중치, 편향 …`],
  [
    /^(\d+): the (weight|bias) of a layer of (\d+) inputs and (\d+) outputs$/,
    (n, what, inputs, outputs) =>
      `수 ${n}개가 필요합니다: 입력 ${inputs}개, 출력 ${outputs}개인 층의 ${what === 'bias' ? '편향' : '가중치'}`,
  ],
  [
    /^step:change:values, where change is (.*)$/,
    (kinds) => `step:change:values 꼴로 쓰세요. change는 다음 중 하나입니다: ${kinds!.replace(' or ', ', ')}`,
  ],
  [/^(step:.*)$/, (form) => `${form!.replace(' or ', ' 또는 ')} 꼴로 쓰세요.`],
  [/^3 columns: x1, x2 and a class$/, () => '열이 3개여야 합니다: x1, x2, 클래스'],
  [/^(\d+) columns$/, (n) => `열이 ${n}개여야 합니다.`],
  [/^a column of the table: (.*)$/, (names) => `표에 있는 열을 고르세요: ${names}`],
  [/^three columns, each once$/, () => '서로 다른 열 세 개를 고르세요.'],
  [/^at least one row of x1, x2 and a class$/, () => 'x1, x2, 클래스가 있는 행이 하나 이상 필요합니다.'],
  [/^at most (\d+) characters on one line$/, (n) => `한 줄에 ${n}자까지 쓸 수 있습니다.`],
  [/^number:name, joined by ';'$/, () => '번호:이름을 ;로 이어 쓰세요.'],
  [/^text in UTF-8(?:, not UTF-16)?$/, () => 'UTF-8로 된 글이어야 합니다.'],
  [/^a quoted cell that ends with/, () => '따옴표로 시작한 칸은 따옴표로 끝나야 하고, 안의 따옴표는 두 번 씁니다.'],
  [/^a cell without/, () => '따옴표 없는 칸이거나, 칸 전체를 따옴표로 감싸고 안의 따옴표를 두 번 써야 합니다.'],
];
