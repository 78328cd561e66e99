// 화면의 한국어 문장. 빠진 항목이 있으면 컴파일되지 않습니다.

import type { Translation } from '../en';
import { figure } from './figure';
import { glossary } from './glossary';
import { lesson } from './lesson';
import { page } from './page';
import { refusals } from './refusals';
import * as views from './views';

export const ko: Translation = {
  ...figure,
  ...refusals,
  glossary,
  ...views,
  ...lesson,
  page: { ...figure.page, ...page },

  themes: { auto: '테마: 시스템 설정에 맞춤', light: '테마: 밝게', dark: '테마: 어둡게' },

  languageMissing: (name) => `${name} 문구를 불러오지 못했습니다. 연결을 확인한 뒤 페이지를 새로 고치세요.`,
  older: '이 페이지의 새 버전이 나와서 지금 버전에 필요한 파일이 더는 없습니다. 새 버전을 불러오세요. 학습은 그대로 이어집니다.',
  notFetched: '여기에 필요한 것을 불러오지 못했습니다. 연결을 확인한 뒤 다시 누르거나, 페이지를 다시 불러오세요.',
  stepsPerSecond: (steps) => `초당 ${steps}스텝`,
  fastest: '최대한 빠르게',
  changedAtEnd: '학습이 이미 끝났습니다. ‘이어서’를 누르면 바꾼 것으로 더 학습합니다.',
  ownScene: '직접 만든 학습',
  ownRun: '이제 직접 만든 학습입니다. 공유를 누르면 바꾼 것까지 모두 링크에 담깁니다.',
  batchOf: (n) => `${n}개씩`,

  inputs: '입력',
  hidden: '은닉',
  output: '출력',
  parameters: '[매개변수](parameters)',
  weightNorm: '[‖w‖](w-norm)',
  pointsOfClass: (n, k) => `클래스 ${k} 점 ${n}개`,

  typePlaceOf: (name) => `물어본 점 좌표 고쳐 쓰기: ${name}`,
  coordinateOf: (i, name) => `물어본 점 ${name}: x${i}`,
  newCoordinate: (i) => `새로 물어볼 점: x${i}`,
  removeQuery: (name) => `물어본 점 지우기: ${name}`,

  optimizers: { sgd: 'SGD', adam: 'Adam' },
  wholeBatch: (n) => `전체 ${n}개`,

  diverged: (step) =>
    `${step}번째 스텝에서 손실이 유한한 값을 벗어났습니다. 한 번에 너무 크게 움직였기 때문이니, 학습률을 낮추고 되돌려 보세요.`,

  accuracyBut: (accuracy, n) => `${accuracy}, 판별 불가 ${n}`,
  pointsDigest: (n) => `점 ${n}개`,
  rightDigest: (right, n) => `${n}개 중 ${right}개 맞힘`,
  digestAt: (digest, threshold) => `p ≥ ${threshold}일 때 ${digest}`,
  announce: {
    playing: '학습을 시작합니다.',
    paused: (epoch, loss) => `에포크 ${epoch}에서 멈추었습니다. 손실은 ${loss}입니다.`,
    ended: (epoch, loss, accuracy) => `에포크 ${epoch}에서 학습이 끝났습니다. 손실 ${loss}, 정확도 ${accuracy}입니다.`,
    reset: '초기 가중치로 되돌렸습니다.',
    asked: (name, at, told, says) => `물어본 점 ${name}, 위치 ${at}: ${told}, ${says}.`,
  },

  timeline: (step, epoch) => `${step}스텝, ${epoch}에포크`,
  smaller: (lr) => `다시 해 보기: 학습률 ${lr}`,
  table: {
    roles: ['x₁', 'x₂', '클래스'],
    separators: { ',': '쉼표', ';': '쌍반점', '\t': '탭', '|': '세로줄' },
    understood: (rows, separator, header) =>
      `${rows}행, 구분 기호는 ${separator}, 머리글 ${header ? '있음' : '없음'}. 아직 아무것도 바꾸지 않았습니다.`,
    choose: (n) => `열이 ${n}개입니다. x₁, x₂, 클래스가 어느 열인지 고르세요.`,
    index: (k) => `${k}열은 행 번호일 뿐이므로 뺍니다.`,
    column: (k) => `${k}열`,
    columnOf: (role) => `${role} 열`,
    firstRows: '처음 몇 행',
    reading: '표를 읽고 있습니다',
    cancel: '취소',
  },
  odd: { spirals: (asked, made) => `두 나선의 길이가 같으므로, 샘플 ${asked}개에서 점 ${made}개가 나옵니다.` },
  stoppedUnseen: '실시간 화면이 멈추었고, 이 학습의 정지 화면은 없습니다.',
  unsupportedUnseen: '이 브라우저는 너무 오래되었거나 WebAssembly 또는 WebGL 2를 쓸 수 없고, 이 학습의 정지 화면도 없습니다.',
  notStarted: (scene) => `지난번에 시작하자 프로그램이 멈춘 장면이라 이번에는 시작하지 않았습니다: “${scene}”`,
  addClass: (k) => `클래스 ${k}`,
  classToAdd: '더할 클래스',
  hintAdd: (k) => `클래스 ${k}인 점을 더하거나, 있는 점을 그 클래스로 바꿉니다.`,

  settings: {
    'data.kind': '종류',
    'data.n_samples': '점의 수',
    'data.noise': '잡음',
    'data.cluster_std': '무리의 표준편차',
    'data.factor': '안쪽 원의 크기',
    'data.random_state': '데이터 [시드](seed)',
    'data.test_size': '[떼어 둘](test-data) 비율',
    classes: '[클래스](class) 수',
    'model.activation': '[활성화 함수](activation)',
    'model.init': '초기 [가중치](weight)',
    'model.manual_seed': '가중치 [시드](seed)',
    'model.outputs': '출력 수',
    'train.lr': '[학습률](learning-rate)',
    'train.loss': '[손실](loss) 함수',
    'train.optimizer': '[옵티마이저](optimizer)',
    'train.momentum': '[모멘텀](momentum)',
    'train.nesterov': '[네스테로프](nesterov)',
    'train.weight_decay': '[가중치 감쇠](weight-decay)',
    'train.batch_size': '[배치](batch) (0: 전체)',
    'train.epochs': '[에포크](epoch) (0: 끝없이)',
    'stop.loss': '손실이 이 값보다 작아지면',
    'stop.tol': '10에포크 동안 손실이 이보다 덜 줄면',
    'stop.noMistakes': '틀린 점이 없어지면',
  },
  kinds: {
    blobs: '점 무리',
    moons: '초승달',
    circles: '동심원',
    and: 'AND',
    or: 'OR',
    nand: 'NAND',
    xor: 'XOR',
    spirals: '나선',
    points: '직접 놓기',
  },
  activations: { tanh: 'tanh', relu: 'ReLU', sigmoid: '시그모이드' },
  inits: { uniform: 'nn.Linear처럼', zeros: '모두 0' },
  dataDigest: (kind, n) => `${kind}, 점 ${n}개`,
  zones: {
    calm: (limit) => `안정: ${limit}보다 충분히 작습니다. 그보다 크면 스텝마다 바닥에서 멀어집니다.`,
    over: (limit) => `지나침: 스텝마다 바닥을 지나치지만 점점 가까워집니다. 한계는 ${limit}입니다.`,
    away: (limit) => `너무 빠름: ${limit}보다 커서, 스텝마다 바닥에서 더 멀어집니다.`,
    network: '신경망에서는 [가중치](weight)가 지금 있는 곳에만 맞는 값입니다. 다른 곳에서는 손실이 달리 휩니다.',
    batches: '모든 점으로 구한 값이고, [배치](batch)마다 조금씩 다르게 휩니다.',
  },
  noZones: {
    adaptive: (optimizer) =>
      `${optimizer}에는 [2/λmax](curvature)가 없습니다. [기울기](gradient)를 최근의 크기로 나누어 쓰므로, 손실이 휜 정도만으로는 어떤 학습률이 너무 빠른지 알 수 없습니다.`,
    momentum: '[모멘텀](momentum)이 1 이상이면 학습률이 얼마든 스텝이 잦아들지 않습니다.',
    flat: '지금은 [2/λmax](curvature)가 없습니다. [가중치](weight)가 있는 곳에서 손실이 위로 휘지 않기 때문입니다. 곧은 조각으로 된 손실이 그렇습니다.',
    large: '[2/λmax](curvature)를 보이지 않습니다. 이 크기의 모델에서는 구하는 데 너무 오래 걸립니다.',
  },
  sampled: (some, n) => `점 ${n}개 가운데 고르게 고른 ${some}개로 구했습니다.`,
  lrSlider: '학습률(로그 눈금)',
  unitsOf: (i) => `은닉층 ${i}의 유닛 수`,
  addLayer: '층 더하기',
  removeLayer: '마지막 층 빼기',
  linear: '없음: 직선 하나',

  copied: '복사했습니다',
  codeNotes: {
    pytorch: '지금 이 수치를 그대로 출력합니다. PyTorch가 필요하고, 데이터에 따라 scikit-learn도 필요합니다.',
    'python-numpy': '같은 학습을 NumPy만으로, 기울기까지 풀어 썼습니다.',
    csv: '지금 있는 점과 클래스입니다.',
    svg: '어떤 크기로 늘려도 선명한 평면 그림입니다.',
  },
  pictureTitle: (epoch, loss) => `에포크 ${epoch}, 손실 ${loss}`,
  preview: '미리 보기',
  embedNotes: {
    element: '이 사이트의 파일로 그대로 동작합니다. 파일을 직접 두려면 perceptron embed DIR을 쓰세요.',
    iframe: '프레임만 허용하는 곳에 씁니다. 이 사이트의 파일로 그대로 동작합니다.',
    jekyll: 'perceptron embed가 만드는 _includes/perceptron-lab.html과 함께 씁니다.',
    hugo: 'perceptron embed가 만드는 layouts/shortcodes/perceptron-lab.html과 함께 씁니다.',
  },

  sum: {
    weighted: (i) => `${i === '₁' ? '[w₁](weight)' : `w${i}`} · x${i}`,
    bias: '[b](bias)',
    logit: '모두 더하면 [z](z)',
    probability: '[p](p) = [σ](sigma)(z)',
    step: '[ŷ](step-function) = step(z)',
    steps: 'z ≥ 0이면 1',
    ofClass: (k) => `클래스 ${k}일 확률 ${k === 0 ? '[p](p)' : 'p'}`,
    loss: (k) => `클래스 ${k}로서의 [손실](loss)`,
  },
  thresholdStep: '[계단 함수](step-function)에는 필요 없습니다. [z](z) = 0에서 클래스를 가르고, 직선이 바로 그 자리입니다.',

  predict: {
    digest: '예상함',
    note: '학습이 끝나면 직선은 어디에 있을까요? 평면에서 양 끝의 손잡이를 끌어 직접 그어 보거나, 처음 물어본 점의 [p](p)를 예상해 보세요. 학습한 뒤 둘을 나란히 비교합니다. 예상은 이 페이지에만 남습니다.',
    noteStep:
      '학습이 끝나면 직선은 어디에 있을까요? 평면에서 양 끝의 손잡이를 끌어 직접 그어 보세요. 학습한 뒤 둘을 나란히 비교합니다. 예상은 이 페이지에만 남습니다.',
    noteNetwork:
      '신경망의 [결정 경계](boundary)는 휘어 있어 직선 하나로 그을 수 없습니다. 처음 물어본 점의 [p](p)를 예상하고, 학습한 뒤 비교해 보세요. 예상은 이 페이지에만 남습니다.',
    none: '클래스가 둘이고, 뉴런이 하나이거나 물어본 점이 있을 때 쓸 수 있습니다.',
    dropped: '장면이 바뀌어, 앞 장면에서 한 예상은 지웠습니다.',
    share: (name) => `내가 예상한 p: ${name}`,
    from: (step, epoch) => `${step}스텝(에포크 ${epoch})에서 예상했습니다.`,
    line: (first, second) => `내가 예상한 직선, 지나는 두 점: ${first}, ${second}`,
    handle: (i) => `내 직선의 손잡이 ${i}`,
    running: '학습하는 중입니다. 멈추거나 끝나면 비교합니다.',
    soFar: (epoch) => `에포크 ${epoch}까지 학습한 지금:`,
    atEnd: '학습이 끝난 지금:',
    angle: (angle, gap) =>
      `내 직선과 모델의 직선은 방향이 ${angle} 다르고${gap ? `, 점들의 한가운데에서 위치가 ${gap}만큼 다릅니다.` : ', 위치를 비교할 점은 없습니다.'}`,
    accuracy: (yours, models) => `내 직선은 점의 ${yours}를, 모델의 직선은 ${models}를 제 클래스 쪽에 둡니다.`,
    off: (name, guess, p, off, sign) =>
      sign === 0
        ? `${name}: 예상은 p = ${guess}, 실제는 ${p}입니다.`
        : `${name}: 예상은 p = ${guess}, 실제는 ${p}입니다(${off}만큼 더 ${sign > 0 ? '큼' : '작음'}).`,
  },
  points: {
    page: (first, last, total) => `${total}개 중 ${first}–${last}번째`,
    none: '점이 없습니다',
    noneWrong: '틀린 점이 없습니다',
    looked: (n) => `(처음 ${n}개 안에서)`,
    coordinate: (i, number) => `${number}번 점의 x${i}`,
    classOf: (number) => `${number}번 점의 클래스`,
    take: (number) => `점 ${number} 고르기`,
    remove: (number) => `${number}번 점 지우기`,
    said: (says, right) => (right === null ? says : `${says}, ${right ? '맞힘' : '틀림'}`),
    newPoint: '새 점',
    newCoordinate: (i) => `새 점의 x${i}`,
    newClass: '새 점의 클래스',
    add: '점 더하기',
  },
  weights: {
    tooMany: '직접 정하기에는 너무 많습니다',
    layer: (l) => `${l}층`,
    outputLayer: '출력층',
    weight: (input, unit, l) => `${l}층 유닛 ${unit}: ${input}의 가중치`,
    bias: (unit, l) => `${l}층 유닛 ${unit}: 편향`,
  },
  confusion: {
    given: '실제',
    predicted: '예측',
    row: (k) => `클래스 ${k}`,
    cell: (n, given, predicted) => `실제 클래스 ${given}, 예측 클래스 ${predicted}: 점 ${n}개`,
    undecided: (n, given) => `클래스 ${given} 가운데 판별하지 못한 점 ${n}개: 넷째 자리까지 차이가 없음`,
    accuracy: '[정확도](accuracy)',
    precision: (k) => `클래스 ${k} [정밀도](precision)`,
    recall: (k) => `클래스 ${k} [재현율](recall)`,
  },
  margin: {
    states: { separable: '예', touching: '가까스로', overlapping: '아니요', 'one-class': '클래스 하나뿐' },
    explain: {
      separable: '한 클래스의 점은 모두 한쪽에, 다른 클래스의 점은 모두 반대쪽에 두는 직선이 있습니다.',
      touching: '분리할 수는 있지만, 두 클래스의 점을 모두 지나는 직선뿐입니다.',
      overlapping: '어떤 직선도 모든 점을 맞히지 못합니다. 두 클래스의 [볼록 껍질](convex-hull)이 겹칩니다.',
      'one-class': '한 클래스의 점만 있습니다. 그 옆을 지나는 직선이면 무엇이든 됩니다.',
      none: '클래스가 둘이고 뉴런이 하나일 때만 알 수 있습니다.',
      many: '점이 100 000개 이하일 때 살펴봅니다.',
    },
    gamma: ['γ, [마진](margin)', '두 클래스 사이에 낼 수 있는 [가장 넓은 길](street)의 너비의 절반입니다.'],
    novikoff: ['[노비코프의 상한](novikoff)', '점을 어떤 순서로 보더라도 로젠블랫의 규칙은 이보다 많이 틀리지 않습니다.'],
    lrLimit: [
      '[학습률](learning-rate)의 한계',
      '이보다 크면 스텝마다 바닥에서 더 멀어집니다. 지금 가중치에서 [손실](loss)이 휜 정도로 구했습니다.',
    ],
    angle: ['각도', '지금 직선과 가장 넓은 길의 한가운데 선 사이의 각도입니다.'],
  },
  street: {
    says: {
      separable: (support) =>
        `두 클래스의 [볼록 껍질](convex-hull)과 그 사이에 낼 수 있는 [가장 넓은 길](street)을 평면에 그렸습니다. 동그라미를 친 점 ${support}개가 길의 가장자리에 닿아 있는 [서포트 벡터](support-vector)입니다.`,
      touching: () => '평면에 그린 두 [볼록 껍질](convex-hull)이 맞닿아 있고, 직선은 맞닿은 곳을 지납니다.',
      overlapping: () =>
        '평면에서 빗금 친 곳은 두 클래스의 [볼록 껍질](convex-hull)이 겹치는 부분입니다. 이 부분이 직선의 양쪽에 동시에 있을 수는 없으므로 선형 분리가 불가능합니다.',
      crossing: () =>
        '각 클래스의 [볼록 껍질](convex-hull)은 대각선이고, 두 대각선은 한 점에서 만납니다. 이 점이 직선의 양쪽에 동시에 있을 수는 없으므로 선형 분리가 불가능합니다.',
      shared: () =>
        '평면에 표시한 곳은 두 클래스의 [볼록 껍질](convex-hull)이 겹치는 부분입니다. 이 부분이 직선의 양쪽에 동시에 있을 수는 없으므로 선형 분리가 불가능합니다.',
      'one-class': () => '한 클래스뿐이라 그 [볼록 껍질](convex-hull)만 평면에 그렸습니다.',
    },
    ledger: '로젠블랫의 오답 장부',
    promised: (own, bound) =>
      `점을 아무리 많이 보더라도 ${own ? '지금 학습이' : '학습 규칙 겨루기의 로젠블랫이'} 틀리는 횟수는 [노비코프의 상한](novikoff) (R/γ)² = ${bound}번을 넘지 않습니다(편향을 세 번째 가중치로 볼 때).`,
    notPromised: (own, bound) =>
      `[노비코프의 상한](novikoff) (R/γ)² = ${bound}번은 지금 있는 점만 가지고 가중치 0에서 시작한 본래 규칙에만 해당하며, ${own ? '지금 학습' : '학습 규칙 겨루기의 로젠블랫'}에는 보장되지 않습니다.`,
    unbounded: (own) =>
      `선형 분리가 불가능하므로 ${own ? '지금 학습이' : '학습 규칙 겨루기의 로젠블랫이'} 틀리는 횟수에는 상한이 없고, 오답은 끝없이 나옵니다.`,
    ledgerBound: (bound) => `[상한](novikoff) ${bound}번`,
    ledgerMistakes: (mistakes) => `오답 ${mistakes}번`,
    ledgerShown: (shown) => `점을 본 횟수 ${shown}`,
    settling: '방향과 [크기](w-norm)',
    fates: {
      grows: '방향은 자리를 잡지만, 크기는 점점 느려질 뿐 끝없이 커집니다. w가 길수록 맞힌 답을 더 확신하기 때문입니다.',
      decays: '[가중치 감쇠](weight-decay)가 w를 되돌리는 힘과 점들이 미는 힘이 균형을 이루어, 방향도 크기도 자리를 잡습니다.',
      shrinks:
        '다시 틀리는 점이 생길 때까지 [가중치 감쇠](weight-decay)가 w를 0 쪽으로 줄입니다. 이 손실에는 크기를 지켜 줄 다른 힘이 없습니다.',
      explodes:
        '[학습률](learning-rate)과 [가중치 감쇠](weight-decay)의 곱이 너무 커서 스텝마다 0을 지나쳐 버리고, 크기가 걷잡을 수 없이 커집니다.',
      rolls: '[모멘텀](momentum)이 1 이상이라 미는 힘이 줄어들지 않고 쌓여, 크기가 끝없이 커집니다.',
      held: '끝까지 틀리는 점들이 w가 커지지 못하게 붙잡아, 방향도 크기도 자리를 잡습니다.',
      corrects: '틀리는 점이 없어지면 미는 힘도 없어져, 방향과 크기가 그대로 멈춥니다.',
      beyond: (room) => `모든 점이 마진(±${room}) 밖으로 나가면 미는 힘이 없어져, 방향과 크기가 그대로 멈춥니다.`,
      trembles: '틀리는 점이 늘 있어서 계속 밀기 때문에, 방향과 크기는 일정한 범위 안에서 계속 흔들립니다.',
      unsure: '틀리는 점이 늘 있지만 이 손실에서는 거의 밀지 않습니다. 크기는 자리를 잡을 수도, 계속 커질 수도 있습니다.',
      settles: '점들이 미는 힘이 균형을 이루어, 방향도 크기도 자리를 잡습니다.',
      oneClass: '클래스가 하나뿐이라 방향을 정해 줄 것이 없습니다.',
    },
    angle: (angle) => `[길](street)과 이루는 각도 ${angle}`,
    noAngle: '[길](street)을 낼 수 없어 각도도 없음',
    norm: (norm) => `크기 [‖w‖](w-norm) ${norm}`,
    epochs: '[에포크](epoch)([로그 눈금](log-scale))',
    picture: (angle, norm, epochs) => `${epochs} 에포크 뒤: ${angle}, ${norm}`,
  },
  compare: {
    rules: {
      pinned: ['고정한 학습', '고정했을 때의 직선과 손실입니다.'],
      rosenblatt: ['로젠블랫', '틀린 점이 나올 때마다 고칩니다(1958).'],
      pocket: ['포켓', '로젠블랫 규칙이지만 지금까지 가장 좋은 직선을 간직합니다(갤런트 1990).'],
      averaged: ['평균', '로젠블랫 규칙이 거친 모든 직선의 평균입니다(1999).'],
      adaline: ['아달린', '±1에 대한 최소제곱을 점마다 줄입니다(1960).'],
      logistic: ['로지스틱', '교차 엔트로피를 점마다 줄입니다.'],
      hinge: ['힌지', '틀렸거나 마진 안에 있는 점만 직선을 밉니다(서포트 벡터 머신).'],
    },
    digest: (n) => `다른 선 ${n}개`,
    mistakes: (n) => `지금까지 ${n}번 틀림`,
    noLine: '직선 없음',
  },
  cutoff: (threshold) => `직선은 p가 임곗값 ${threshold}인 곳입니다.`,
  degrees: (v) => `${v}°`,

  name: '이름',

  hints: {
    title: '처음이라면',
    texts: [
      '평면에서 아무 곳이나 눌러 보세요. 뉴런이 그 점을 어느 클래스로 보는지 알려 줍니다.',
      '재생을 누르면 뉴런이 배우는 동안 직선이 돌아가는 모습이 보입니다.',
      '위에서 클래스를 고르고 다른 클래스 쪽에 점을 더해 보세요. 손실이 바로 커지고, 학습이 직선을 조금씩 돌려 다시 줄입니다.',
    ],
    skip: '건너뛰기',
    next: '다음',
    done: '알겠어요',
  },

  keyboard: [
    ['← ↑ ↓ →', '평면 위를 가리키기, Shift를 누르면 더 빨리'],
    ['Enter', '그곳을 클릭하기, 데이터의 점은 먼저 고르기'],
    ['+ −', '확대와 축소, Ctrl을 누르고 휠을 돌려도 됨'],
    ['0', '모든 점 보기'],
    ['Space', '재생하거나 멈추기'],
    ['[', '한 스텝'],
    [']', '한 에포크'],
    ['1 … 8', '도구: 클래스 0 … 7의 점 더하기'],
    ['A', '도구: 묻기'],
    ['M', '도구: 옮기기'],
    ['Delete', '도구: 지우기'],
    ['Ctrl Z', '되돌리기'],
    ['Ctrl Shift Z', '다시 하기'],
    ['Page Up, Page Down', '발표 모드에서 이전·다음 장면, 수업 중에는 이전·다음 단계'],
    ['?', '이 목록'],
  ],
};
