// 그림 자체에 쓰이는 한국어 문장. 빠진 항목이 있으면 컴파일되지 않습니다.

import type { FigureStrings } from './en';

export const figure: FigureStrings = {
  page: {
    tools: '평면을 클릭했을 때 할 일',
    ask: '묻기',
    add0: '클래스 0',
    add1: '클래스 1',
    move: '옮기기',
    erase: '지우기',
    zoom: '확대와 축소',
    zoomIn: '확대',
    zoomOut: '축소',
    fit: '모든 점 보기',
    loading: '실험실을 준비하고 있습니다 …',
    restart: '다시 시작',
    transport: '학습 제어',
    reset: '처음 가중치로 되돌리기',
    play: '재생',
    step: '+1 스텝',
    speed: '속도',
  },

  pause: '멈춤',
  playOn: '이어서',
  clock: (epoch, epochs) => (epochs === null ? `에포크 ${epoch}` : `에포크 ${epoch} / ${epochs}`),
  stepsPerFrame: (steps) => `프레임당 ${steps}스텝`,
  lastLoss: (epoch, loss) => `에포크 ${epoch}: ${loss}`,
  red: '빨강',
  black: '검정',
  query: (n) => `질문 ${n}`,
  classIs: (k) => `클래스 ${k}`,
  unknown: '예측 없음',
  labelled: (k) => `클래스 ${k}인 점`,
  planeName: '평면: 두 클래스의 점과 결정 경계, 그리고 테스트 점',
  curveName: '에포크별 손실',
  testLossIs: (loss) => `따로 둔 점: ${loss}`,
  pinnedLossIs: (loss) => `고정한 실행: ${loss}`,
  loadingShare: (percent) => `실험실을 준비하고 있습니다 … ${percent}`,
  stopped: '실시간 화면이 멈추었습니다. 지금 보이는 것은 정지 화면입니다.',
  unsupported: '이 브라우저에서는 WebAssembly와 WebGL 2를 쓸 수 없어 정지 화면을 대신 보여 드립니다.',
};
