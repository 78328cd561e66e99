// 실험실의 카드와 다른 페이지의 그림이 함께 쓰는, 왜 그런지 보여 주는 그림의 문장.

import type * as en from '../en/views';

export const hand: typeof en.hand = {
  none: '평면 위를 가리키거나, 한 곳을 골라 물어보세요.',
  lost: '발산해서 보여 줄 값이 없습니다.',
  seen: {
    shown: (n, of) => `점 ${of}개 중 ${n}개`,
    beyond: (n) => `범위 밖 ${n}개`,
  },
};

export const losses: typeof en.losses = {
  bce: '교차 엔트로피',
  mse: '평균 제곱 오차(MSE)',
  hinge: '힌지',
  perceptron: '퍼셉트론',
  cross_entropy: '교차 엔트로피',
};

export const flow: typeof en.flow = {
  title: '지금 이 뉴런은',
  network: '지금 이 신경망은',
  missing: '그림을 불러오지 못했습니다. 연결을 확인하거나 페이지를 다시 불러오세요.',
  name: (point, z, says) => `${point}에서 뉴런: z는 ${z}, 예측은 ${says}`,
  knobs: ['가중치 w₁', '가중치 w₂', '편향 b'],
  is: (k) => `실제로는 클래스 ${k}`,
};

export const flowNote: typeof en.flowNote =
  '가리킨 점의 좌표에 [가중치](weight) w를 곱하고 [편향](bias) b를 더한 [z](z)가 클래스를 정합니다.';

export const diagram: typeof en.diagram = {
  name: '신경망: 입력, 유닛, 가중치',
  note: '[유닛](hidden-unit)마다 그 유닛이 보는 평면과 지금 짚은 점에서의 값이 있고, 선은 [가중치](weight)입니다.',
  more: '가리키거나 누르면 자세한 값이 나옵니다. 보라색과 점선은 음수입니다.',
  tooLarge: (layers) => `한 층의 유닛이 16개 이하인 신경망만 그립니다. 이 신경망은 ${layers}입니다.`,
  unit: (layer, unit) => `은닉층 ${layer}의 유닛 ${unit}`,
  output: (k) => `출력 ${k}`,
  gives: (value) => `지금 짚은 점에서 ${value}`,
  itGives: (value) => `지금 짚은 점에서 값은 ${value}입니다.`,
  weights: '가중치, 화살표 키로 하나씩 옮겨 갑니다',
  gradients: '기울기 크기로 그린 가중치, 화살표 키로 하나씩 옮겨 갑니다',
  byGradient: '[기울기](gradient)가 클수록 선이 굵습니다. 실선은 가중치를 줄이는 쪽, 점선은 늘리는 쪽으로 밉니다.',
  line: (name, w, gradient, update) =>
    `${name}: w = ${w}${gradient && `, [기울기](gradient) ∂L/∂w = ${gradient}, 다음 스텝에서 더할 값 ${update}`}`,
  sum: (weights, bias) => `가중치 ${weights}, 편향 ${bias}`,
  shown: (layer, unit) => `평면은 은닉층 ${layer}의 유닛 ${unit}에서 본 모습입니다. 빨간 선은 그 합이 0인 곳입니다.`,
  outputShown: (k) => `평면은 출력 ${k}만의 모습입니다. 빨간 선은 그 합이 0인 곳입니다.`,
};

export const hiddenSpace: typeof en.hiddenSpace = {
  title: '은닉 유닛이 보는 평면',
  note: (straight, of) =>
    straight
      ? [
          '점을 [은닉 유닛](hidden-unit) 두 개가 내놓는 값의 자리로 옮겨 그렸습니다.',
          '평면에서 휘거나 두 갈래로 나뉘던 [결정 경계](boundary)가 여기서는 직선이 됩니다. 마지막 뉴런은 그 직선만 그으면 됩니다.',
        ]
      : [
          `점을 [은닉 유닛](hidden-unit) ${of}개 중 두 개가 내놓는 값의 자리로 옮겨 그렸습니다.`,
          '마지막 뉴런은 유닛 전체의 공간에서 직선을 긋습니다.',
        ],
  plane: '평면',
  units: '유닛',
  share: '평면에서 유닛의 공간으로',
  shown: (n, of) => `점 ${of}개 중 ${n}개를 그렸습니다.`,
  none: '[유닛](hidden-unit)이 둘 이상인 [은닉층](hidden-layer)이 있고 출력이 하나인 신경망에서 볼 수 있습니다. 예: XOR, 은닉층.',
  name: (n, first, second) => `은닉 유닛 ${first}, ${second}의 값에 따라 놓인 점 ${n}개`,
  unit: (i) => `h${i}`,
  axis: (i) => (i === 0 ? '가로축 유닛' : '세로축 유닛'),
};

export const step: typeof en.step = {
  title: '다음 [스텝](step)에 누가 [미는지](push)',
  held: (point, push) => `${point}: 미는 힘 ${push}`,
  supposed: (point, pushes, drawn) =>
    `${point}: 클래스가 없어 밀지 않습니다. ${drawn ? '점선은 ' : ''}클래스가 0이라면 ${pushes[0]}, 1이라면 ${pushes[1]}의 힘으로 ${drawn ? '밀 방향입니다' : '밀 것입니다'}.`,
  heldEach: (point, push) => `${point}: 제 클래스의 z를 ${push}만큼 위로, 나머지의 z를 모두 합해 그만큼 아래로 밉니다.`,
  supposedEach: (point, pushes) =>
    `${point}: 클래스가 없어 밀지 않습니다. 제 클래스의 z를 위로 밀 힘은 ${pushes.map((push, label) => `클래스 ${label}일 때 ${push}`).join(', ')}입니다.`,
  unheld: (point) => `${point}: 이번 스텝에 들지 않아 밀지 않습니다.`,
  shown: (n, of) => `점 ${of}개 중 ${n}개의 화살표를 그렸습니다.`,
  next: '다음',
  take: '이 스텝 밟기',
  none: '살펴볼 스텝이 없습니다. 점이 없거나 학습이 발산했습니다.',
  batch: (n, of) =>
    n === '1' ? `이번 [스텝](step)은 점 ${of}개 중 하나만 봅니다.` : `이번 [스텝](step)은 점 ${of}개 중 ${n}개를 봅니다.`,
  looked: (n, of) => `학습이 진행되는 동안에는 미는 점 ${of}개 가운데 ${n}개만 살펴봅니다.`,
  asks: (drawn, n, wrong, decides) => {
    const each = n === '1' ? '점 둘레에' : `점 ${n}개마다 둘레에`;
    const around = drawn ? `점 ${n}개 가운데 ${drawn}개의 둘레에` : each;
    const says = decides
      ? '뉴런의 계단 함수가 고른 클래스를 그 클래스의 색으로(판별할 수 없으면 두 색으로)'
      : '모델이 보는 클래스별 확률을 그 클래스의 색으로';
    const ringed = drawn ? `전체 ${n}개 가운데 틀린 쪽에 있는 점은` : '틀린 쪽에 있어 빨간 고리를 두른 점은';
    return `${around} ${says} 나타냈습니다. ${ringed} ${wrong}개입니다${drawn && '(그린 점에만 빨간 고리를 둘렀습니다)'}.`;
  },
  pushes: {
    bce: [
      '점마다 y − [p](p), 곧 정답 [클래스](class)에서 예측을 뺀 만큼의 [힘](push)으로 밉니다.',
      '많이 틀릴수록 세게 밀고, 힘은 1을 넘지 않습니다.',
    ],
    mse: [
      '점마다 2(y − [p](p)) · p(1 − p)의 [힘](push)으로 밉니다.',
      '정답 [클래스](class)의 p가 ⅓일 때 0.30으로 가장 세고, 모델이 확신하는 곳에서는 틀렸더라도 0으로 줄어듭니다. 확신하며 틀린 점은 거의 밀지 않습니다.',
    ],
    hinge: [
      '점은 s·[z](z) ≤ 1이면 1의 [힘](push)으로 밀고, 아니면 밀지 않습니다. s는 [클래스](class) 1이면 1, 클래스 0이면 −1입니다.',
      '틀린 쪽이나 [힌지](hinge)의 마진 안에 있으면, 얼마나 틀렸든 모두 같은 힘으로 밉니다.',
    ],
    perceptron: [
      '점은 틀렸으면(s·[z](z) ≤ 0) 1의 [힘](push)으로 밀고, 아니면 밀지 않습니다. s는 [클래스](class) 1이면 1, 클래스 0이면 −1입니다.',
      '얼마나 틀렸는지는 상관이 없습니다.',
    ],
    cross_entropy: [
      '점마다 [클래스](class)별 [z](z)를 y − [p](p)의 [힘](push)으로 밉니다. 정답 클래스는 1 − p만큼 올리고, 나머지는 p만큼 내립니다.',
      '많이 틀릴수록 세게 밉니다.',
    ],
  },
  arrows: {
    line: '화살표의 길이가 그 힘이고, 방향은 직선을 미는 쪽입니다.',
    lines:
      '화살표는 정답 클래스와, 나머지 가운데 확률이 가장 큰 클래스 사이의 [결정 경계](boundary)를 미는 쪽입니다. 길이는 두 z를 벌리는 힘의 절반입니다.',
    noLine: 'w = 0이라 아직 직선이 없어서, 그릴 방향도 없습니다.',
    bent: '신경망에는 밀 직선이 하나로 정해져 있지 않고, [결정 경계](boundary)가 어디로 갈지는 모든 [가중치](weight)가 함께 정하므로 화살표를 그리지 않습니다.',
  },
  adds: (lr, bare) =>
    `미는 힘에 점의 좌표를 곱해 평균하면 −기울기, 곧 손실이 가장 빨리 줄어드는 방향이 됩니다. 그림에서는 꼬리에 꼬리를 물고 이었습니다. 여기에 학습률(${lr})을 곱${bare ? '한 것이' : '하고 표에 있는 몫을 더한 것이'} 한 스텝입니다.`,
  addsOne: (lr, push, x, added) =>
    `점에 미는 힘과 [학습률](learning-rate)을 곱해 w에 더합니다: ${lr} · ${push} · ${x} = ${added}. 지금 w의 끝에 이 화살표를 이으면 다음 w가 됩니다.`,
  addsEach: (length) =>
    `[클래스](class)마다 제가 받은 힘에 점의 좌표를 곱해 평균하면, 그 클래스의 출력에 붙은 [가중치](weight)의 −[기울기](gradient)가 됩니다. 기울기 전체의 길이는 ${length}입니다.`,
  passesBack: (length) =>
    `신경망에서는 미는 힘이 층을 거슬러 전해져(역전파) [가중치](weight)마다 [기울기](gradient)의 제 몫이 생깁니다. 신경망이 그려져 있으면 그 선들이 그 몫을 나타냅니다. 기울기의 길이는 ${length}입니다.`,
  appears: '직선이 보이는 범위 밖에 있거나, 이번 스텝에 처음 생깁니다. 점선이 스텝 뒤의 직선입니다.',
  moves: (times) =>
    `직선이 여기(실선)에서 저기(점선)로 갑니다.${times > 1 ? ` 한 스텝은 너무 작아 보이지 않으므로 ${times}배로 그렸습니다.` : ''}`,
  turns: '모든 [가중치](weight)가 스텝의 제 몫만큼 움직이고, 클래스 사이의 곧은 [결정 경계](boundary)들이 돌고 옮겨 갑니다.',
  bends: '모든 [가중치](weight)가 스텝의 제 몫만큼 움직이고, [결정 경계](boundary)가 휩니다.',
  goes: (times) =>
    `평면에서는 여기(실선)에서 저기(점선)로 갑니다.${times > 1 ? ` 한 스텝은 너무 작아 보이지 않으므로 ${times}배로 그렸습니다.` : ''}`,
  outOfSight: '지금 평면에는 보이지 않습니다.',
  tooLarge: (playing) =>
    playing
      ? '신경망이 커서, 재생하는 동안에는 어디로 가는지 그리지 않습니다.'
      : '신경망이 너무 크거나 숫자가 한없이 커져서, 어디로 가는지 그리지 않습니다.',
  visits: (point, label, said, told, right) =>
    `${point} 점은 클래스 ${label}이고, 모델의 답은 ${said}(${told})입니다.${right ? ' 맞았습니다.' : ''}`,
  still: '미는 점이 없으니 가중치는 그대로입니다.',
  coasts: '미는 점이 없습니다. 지금 가중치를 움직이는 것은 앞 스텝의 모멘텀이나 가중치 감쇠입니다.',
  picture: ([w1, w2, b]) => `미는 힘을 이어 그린 그림: 이번 스텝은 w₁ ${w1}, w₂ ${w2}, b ${b}`,
  now: '지금 [w](weight)',
  after: '다음 [w](weight)',
  gradient: '−[기울기](gradient)',
  decay: '[가중치 감쇠](weight-decay)',
  bare: '× [학습률](learning-rate)',
  more: {
    momentum: '더한 몫: [모멘텀](momentum)',
    nesterov: '더한 몫: [네스테로프 모멘텀](nesterov)',
    adam: '더한 몫: [Adam](optimizer)',
  },
  step: '한 [스텝](step)',
  point: (number) => `${number}번`,
  length: '숫자는 점이 모든 [클래스](class)의 [z](z)를 함께 미는 힘의 길이입니다.',
  pusher: (k) => [` 점, 클래스 ${k}, 미는 힘 `, ', 비율 '],
};

export const landscape: typeof en.landscape = {
  title: '손실 지형',
  bias: '[편향](bias) b',
  hand: (point, best) => `점선: ${best ? '가장 알맞은 편향과 함께 ' : ''}결정 경계를 ${point}에 놓는 가중치`,
  note: [
    '편향을 지금 값에 두었을 때 두 [가중치](weight)에 따라 [손실](loss)이 얼마나 큰지 보여 줍니다.',
    '바탕색에서 멀수록 큽니다. 빨간 길은 학습이 지나온 길이고, 화살표는 [기울기](gradient)와 반대쪽, 곧 가장 가파른 내리막을 가리킵니다. 누르거나 끌면 가중치가 그곳으로 옮겨 갑니다.',
  ],
  bestNote: [
    '두 [가중치](weight)마다 가장 알맞은 편향을 골랐을 때 [손실](loss)이 얼마나 큰지 보여 줍니다.',
    '바탕색에서 멀수록 큽니다. 빨간 길은 학습이 지나온 길이고, 화살표는 가장 가파른 내리막을 가리킵니다. 누르거나 끌면 가중치가 그곳으로 옮겨 가고, 편향도 가장 알맞은 값이 됩니다.',
  ],
  networkNote: [
    '신경망의 [가중치](weight)와 [편향](bias) 가운데 두 개를 바꾸고 나머지는 지금 값에 두었을 때 [손실](loss)이 얼마나 큰지 보여 줍니다.',
    '바탕색에서 멀수록 큽니다. 빨간 길은 지금까지 이 두 값만 따라간 길입니다. 그동안 나머지 값도 바뀌었으므로, 지나올 때의 손실은 지금 보이는 높이와 다릅니다. 화살표는 [기울기](gradient)와 반대쪽, 곧 가장 가파른 내리막을 가리킵니다. 누르거나 끌면 두 값이 그곳으로 옮겨 갑니다.',
  ],
  decay: '[가중치 감쇠](weight-decay)를 쓰므로, 높이는 모든 가중치와 편향의 제곱을 더해 λ/2를 곱한 값을 손실에 더한 것입니다.',
  share: (share, loss) => `이 높이에서 가중치 감쇠의 몫은 ${share}, 손실만은 ${loss}입니다.`,
  axis: (i) => (i === 0 ? '가로축' : '세로축'),
  best: '가중치마다 가장 알맞은 편향으로',
  lowest: (height, at, b) => `×: 가장 낮은 곳, w = ${at}${b && `, b = ${b}`}, 높이 ${height}`,
  beyond: '. 그림에서 멀리 벗어난 곳이어서 작은 그림에 따로 보였고, 가장자리의 세모가 그쪽을 가리킵니다',
  lowestOfTwo: (height, first, second) => `×: 그림 안에서 가장 낮은 곳, ${first}, ${second}, 높이 ${height}`,
  edge: (height) => `그림 안에서는 가장자리가 가장 낮고(${height}), 그 바깥으로 더 내려갑니다.`,
  flat: (height) => `그림 안에 가장 낮은 곳(${height})이 여럿 있습니다.`,
  valleys: (starts) =>
    `이 손실의 지형에는 골짜기가 여럿 있을 수 있습니다. 여기는 출발점 ${starts}곳에서 내려가 닿은 곳 가운데 가장 낮은 곳이며, 더 낮은 곳이 있을 수도 있습니다.`,
  level: '손실이 0인 곳이 넓게 펼쳐져 있어, 가장 낮은 한 점이 따로 없습니다.',
  levelBeyond: (at) => `그림에서 멀리 벗어나면 손실이 0인 곳이 넓게 펼쳐져 있습니다. 작은 그림의 ×: w = ${at}`,
  falls: (at) => `가장 낮은 곳이 없습니다. 가장자리의 세모를 따라 ${at} 방향으로 가면 손실이 끝없이 줄어듭니다.`,
  allowed: (room) =>
    room > 0
      ? `초록: 모든 점이 여유를 두고 제 편에 있게 하는 가중치(z ≥ ${room} 또는 z ≤ −${room})`
      : '초록: 틀리는 점이 하나도 없는 가중치',
  allowedBriefly: (room) =>
    `초록: ${room ? '모든 점에 여유가 있습니다' : '틀린 점이 없습니다'}. 다른 직선은 하나하나가 점이고, 톱니 쪽을 허락합니다.`,
  noLine: '편향을 어떻게 바꾸어도 초록 영역이 없습니다. 두 클래스를 나누는 직선이 없기 때문입니다.',
  notHere: '두 클래스를 나누는 직선은 있지만, 그림 안에는 초록 영역이 없습니다.',
  notWithBias: '두 클래스를 나누는 직선은 있지만, 지금 편향으로는 그림 안에 초록 영역이 없습니다.',
  limits: '[클래스](class) 색의 직선 하나하나가 점이고, 톱니가 난 쪽이 그 점이 허락하는 쪽입니다.',
  someLimits: (some, n) =>
    `클래스 색의 직선은 점 ${n}개 가운데 ${some}개이고, 톱니가 난 쪽이 그 점이 허락하는 쪽입니다. 초록 영역은 모든 점으로 구했습니다.`,
  sampled: (some, n, place) => `높이는 점 ${n}개 가운데 ${some}개로${place && `, 가장 낮은 곳은 ${place}개로`} 구했습니다.`,
  earlier: (step) => `높이는 스텝 ${step} 때의 것입니다. 신경망이 커서, 학습이 멈추면 다시 구합니다.`,
  none: '배울 점이 있을 때 볼 수 있습니다.',
  lost: '여기서는 손실이 너무 커서 숫자로 나타낼 수 없습니다.',
  name: (axes, at, loss) => `${axes}에 따른 손실. 지금 값은 ${at}, 손실은 ${loss}입니다`,
};

export const sigmoid: typeof en.sigmoid = {
  title: 'z에서 [확률](p)까지',
  titleStep: 'z에서 [클래스](class)까지',
  formula: '[p](p) = [σ](sigma)([z](z))',
  step: '[계단 함수](step-function): 예 / 아니요',
  line: (z) => `[z](z) = ${z}: [결정 경계](boundary)`,
  name: (n, right, undecided, reach) =>
    `z가 −${reach}에서 ${reach}일 때의 출력. 점 ${n}개가 각자의 z에 있고, 그중 ${right}개를 맞혔습니다.${undecided && ` ${undecided}개는 판별할 수 없습니다.`}`,
  bars: '[소프트맥스](softmax): [클래스](class)별 확률 [p](p)',
  notes: {
    sigmoid: [
      '점마다 마지막 뉴런이 구한 합 [z](z)의 자리에 놓았습니다.',
      '시그모이드 [σ](sigma)는 가운데가 가팔라서 z가 조금만 바뀌어도 판단이 달라지고, 양 끝은 평평해서 확신이 거의 바뀌지 않습니다. 값이 늘 0과 1 사이라 [확률](p)로 읽을 수 있습니다. [계단 함수](step-function)는 예, 아니요만 알려 주고 기울기가 없어서 그것으로는 배울 수 없습니다.',
    ],
    step: [
      '점마다 마지막 뉴런이 구한 합 [z](z)의 자리에 놓았습니다.',
      '이 손실은 확률이 아니라 z를 그대로 씁니다. 예측은 경계의 어느 쪽인지만 보므로 출력은 [계단 함수](step-function)입니다. 흐린 σ는 평면의 배경색에만 쓰입니다. 배경색은 확률이 아니라 z가 0에서 얼마나 먼지를 나타냅니다.',
    ],
    softmax: [
      '[z](z)가 클래스마다 하나씩이면 시그모이드 대신 [소프트맥스](softmax)를 씁니다.',
      '각 z의 지수 함숫값을 모두 더한 값으로 나누므로, 막대 하나하나가 확률이고 합하면 1입니다. 클래스가 둘이면 두 z의 차를 시그모이드에 넣은 것과 같습니다.',
    ],
  },
  squeezed: (name, z, p, k) => `${named(name)}z = ${z}, p = σ(z) = ${p}, 따라서 ${so(k)}`,
  stepped: (name, z, k) => `${named(name)}z = ${z}, 따라서 ${so(k)}`,
  likeliest: (name, k, p) =>
    k === null
      ? `${named(name)}확률이 가장 큰 클래스가 여럿이어서(p = ${p}) 판별 불가`
      : `${named(name)}클래스 ${k}일 확률이 가장 큽니다(p = ${p})`,
};

export const cost: typeof en.cost = {
  title: '틀리면 치르는 손실',
  formulas: {
    bce: '정답 [클래스](class)의 −ln [p](p)',
    mse: '([p](p) − y)²',
    hinge: 'max(0, 1 − s·[z](z))',
    perceptron: 'max(0, −s·[z](z))',
    cross_entropy: '정답 [클래스](class)의 −ln [p](p)',
  },
  faint: (loss) => `흐린 선: ${loss}`,
  mean: (loss) => `[평균](loss) ${loss}`,
  push: '[미는 힘](push) |dL/dz|',
  p: '정답 [클래스](class)의 [p](p) →',
  name: (n, mean, wrong, undecided) =>
    `점 ${n}개가 저마다 치르는 손실과 미는 힘. 평균, 곧 전체 손실: ${mean}. 틀린 점은 ${wrong}개입니다.${undecided && ` 판별할 수 없는 점은 ${undecided}개입니다.`}`,
  notes: {
    bce: [
      '점마다 정답 클래스의 −ln [p](p)만큼 [손실](loss)을 치르고, 그 평균이 전체 손실입니다.',
      '크게 틀린 점을 [교차 엔트로피](cross-entropy)는 거의 1의 힘으로 밀지만, [평균 제곱 오차](squared-error)(MSE)는 미는 힘이 0으로 줄어듭니다. 확신하며 틀린 점을 포기하는 셈입니다.',
    ],
    mse: [
      '[평균 제곱 오차](squared-error)(MSE)에서는 점마다 (p − y)²만큼 [손실](loss)을 치르고, 그 평균이 전체 손실입니다.',
      '아무리 틀려도 1을 넘지 않습니다. 크게 틀린 점일수록 미는 힘이 0으로 줄어들어 바뀌는 것이 거의 없습니다. 교차 엔트로피의 힘은 1에 가까워집니다.',
    ],
    hinge: [
      '[힌지](hinge) 손실에서는 점마다 1 − s·[z](z)만큼 [손실](loss)을 치르고, s·z가 1 이상이면 손실이 없습니다.',
      's는 클래스 1이면 1, 클래스 0이면 −1입니다. 그 평균이 전체 손실입니다. 틀린 점과 경계에 가까운 점, 곧 손실이 있는 점은 모두 같은 힘으로 밉니다.',
    ],
    perceptron: [
      '퍼셉트론 규칙의 손실입니다.',
      '맞힌 점은 [손실](loss)이 없고, 틀린 점은 [z](z)가 0을 넘어간 만큼인 −s·z를 치릅니다. s는 클래스 1이면 1, 클래스 0이면 −1입니다. 그 평균이 전체 손실입니다. 틀린 점은 얼마나 틀렸든 모두 같은 힘으로 밉니다.',
    ],
    cross_entropy: [
      '점마다 정답 클래스의 −ln [p](p)만큼 [손실](loss)을 치르고, 그 평균이 전체 손실입니다.',
      'p가 1이면 손실이 없고 0에 가까울수록 끝없이 커집니다. 정답 클래스의 z를 미는 힘은 1 − p이므로, 확신하며 틀린 점이 가장 세게 밉니다. 속이 빈 점은 틀린 점입니다.',
    ],
  },
  belongs:
    'p가 클래스의 확률이면 교차 엔트로피를, 클래스가 셋 이상이면 소프트맥스와 함께 씁니다. MSE는 가격처럼 답이 수일 때 알맞습니다.',
  pays: (k, p, cost, push) => `${k === null ? '' : `클래스 ${k}일 때 `}${p && `p = ${p}, `}손실 ${cost}, 미는 힘 ${push}`,
  said: (name, z, of) => `${named(name)}${z && `z = ${z}; `}${of.join('; ')}.`,
  likeliest: (n, of) => `클래스 ${of}개 중 가능성이 가장 높은 ${n}개입니다.`,
};

/** What follows from z. */
const so = (k: number | null): string => (k === null ? '판별 불가' : `클래스 ${k}`);

/** A name to put before what is said about it. */
const named = (name: string): string => (name ? `${name}: ` : '');

export const prose: typeof en.prose = {
  met: '해냈습니다',
  unmet: '아직입니다',
  run: '예상하고 학습',
  enter: '먼저 숫자를 입력하세요.',
  running: '학습 중 …',
  compared: (guess, is) => `예상은 ${guess}, 결과는 ${is}입니다.`,
};
