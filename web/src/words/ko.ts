// 화면의 한국어 문장. 빠진 항목이 있으면 컴파일되지 않습니다.

import type { Strings } from './en';

export const ko: Strings = {
  page: {
    title: '퍼셉트론 랩: 직선 긋기를 배우는 뉴런 하나',
    description:
      '뉴런 하나가 두 무리의 점을 직선으로 나누는 법을 한 스텝씩 배우는 과정을 지켜보세요. ' +
      '아무 점이나 골라 예측을 물어보고, 점을 직접 더하면서 직선이 왜 움직이는지 확인할 수 있습니다.',
    name: '퍼셉트론 랩',
    tagline: '직선 긋기를 배우는 뉴런 하나',
    language: '언어',
    plane: '평면',
    tools: '평면을 클릭했을 때 할 일',
    ask: '묻기',
    add0: '클래스 0',
    add1: '클래스 1',
    move: '옮기기',
    erase: '지우기',
    hint_ask: '원하는 곳을 고르면 뉴런이 예측합니다.',
    hint_add0: '고른 곳에 파란 원을 더합니다.',
    hint_add1: '고른 곳에 주황 사각형을 더합니다.',
    hint_move: '점을 끌어서 옮깁니다.',
    hint_erase: '고른 점을 지웁니다.',
    loading: '실험실을 준비하고 있습니다 …',
    restart: '다시 시작',
    dismiss: '닫기',
    progress: '학습 진행 상황',
    transport: '학습 제어',
    reset: '처음 가중치로 되돌리기',
    play: '재생',
    step: '+1 스텝',
    epoch: '+1 에포크',
    speed: '속도',
    neuron: '지금 이 뉴런은',
    loss: '손실',
    accuracy: '정확도',
    points: '점',
    curve: '손실',
    queries: '테스트 점',
    point: '점',
    class: '클래스',
    noQueries: '아직 없습니다. ‘묻기’를 고르고 평면에서 원하는 곳을 선택하세요.',
    training: '학습',
    learningRate: '학습률',
    lossFunction: '손실 함수',
    optimizer: '옵티마이저',
    batch: '배치',
    about: '이 그림은 무엇인가요',
    aboutPicture:
      '점은 두 클래스 중 하나에 속합니다. 파란 원은 클래스 0, 주황 사각형은 클래스 1입니다. 뉴런은 점의 두 좌표에 가중치를 하나씩 곱하고 ' +
      '편향을 더한 다음, 그 합을 0과 1 사이의 확률 p로 바꿉니다. 배경색은 평면 곳곳의 p를 나타내고, 빨간 직선은 p = 0.5인 곳입니다.',
    aboutTraining:
      '학습은 무작위 가중치에서 시작합니다. 한 스텝마다 손실이 줄어드는 방향, 곧 기울기의 반대쪽으로 가중치와 편향을 조금씩 옮기면 ' +
      '직선이 돌아가며 두 클래스를 나눕니다. 여기 나오는 수치는 같은 조건에서 PyTorch가 계산하는 값과 같습니다.',
  },

  themes: { auto: '테마: 시스템 설정에 맞춤', light: '테마: 밝게', dark: '테마: 어둡게' },

  pause: '멈춤',
  playOn: '이어서',
  clock: (epoch, epochs) => (epochs === null ? `에포크 ${epoch}` : `에포크 ${epoch} / ${epochs}`),
  stepsPerFrame: (steps) => `프레임당 ${steps}스텝`,
  lastLoss: (epoch, loss) => `에포크 ${epoch}: ${loss}`,

  network: '지금 이 신경망은',
  inputs: '입력',
  hidden: '은닉',
  output: '출력',
  parameters: '매개변수',
  weightNorm: '‖w‖',
  pointsOfClass: (n, k) => `클래스 ${k} 점 ${n}개`,

  red: '빨강',
  black: '검정',
  query: (n) => `질문 ${n}`,
  classIs: (k) => `클래스 ${k}`,
  removeQuery: (name) => `테스트 점 ${name} 지우기`,
  unknown: '예측 없음',
  labelled: (k) => `클래스 ${k}인 점`,

  losses: {
    bce: '교차 엔트로피',
    mse: '제곱 오차',
    hinge: '힌지',
    perceptron: '퍼셉트론',
    cross_entropy: '교차 엔트로피',
  },
  optimizers: { sgd: 'SGD', adam: 'Adam' },
  momentum: (optimizer, momentum) => `${optimizer}, 모멘텀 ${momentum}`,
  wholeBatch: (n) => `전체 ${n}개`,
  learningRateWants: (typed) => `학습률 “${typed}”: 0.01처럼 0보다 큰 수를 입력하세요.`,

  planeName: '평면: 두 클래스의 점과 결정 경계, 그리고 테스트 점',
  loadingShare: (percent) => `실험실을 준비하고 있습니다 … ${percent}`,
  stopped: '실시간 화면이 멈추었습니다. 지금 보이는 것은 정지 화면입니다.',
  unsupported: '이 브라우저에서는 WebAssembly와 WebGL 2를 쓸 수 없어 정지 화면을 대신 보여 드립니다.',
  diverged: (step) =>
    `${step}번째 스텝에서 손실이 유한한 값을 벗어났습니다. 한 번에 너무 크게 움직였기 때문이니, 학습률을 낮추고 되돌려 보세요.`,
  refused: (message) => `적용하지 못했습니다: ${message}`,

  announce: {
    playing: '학습을 시작합니다.',
    paused: (epoch, loss) => `에포크 ${epoch}에서 멈추었습니다. 손실은 ${loss}입니다.`,
    ended: (epoch, loss, accuracy) => `에포크 ${epoch}에서 학습이 끝났습니다. 손실 ${loss}, 정확도 ${accuracy}입니다.`,
    reset: '처음 가중치로 되돌렸습니다.',
    asked: (name, at, p, k) => `테스트 점 ${name}, 위치 ${at}: p는 ${p}, 클래스 ${k}입니다.`,
  },
};
