// Tables, session files and lessons that somebody pastes, drops or opens: good ones, and what else lies on a disk.

const rows = (n, row) => Array.from({ length: n }, (_, i) => row(i).join()).join('\n');
const around = (i, k) => [(Math.cos(i) * (1 + k)).toFixed(3), (Math.sin(2 * i) * (1 + k)).toFixed(3)];

export const tables = [
  `x1,x2,label\n${rows(40, (i) => [...around(i, i % 2), i % 2])}`,
  rows(90, (i) => [...around(i, i % 9), i % 9]),
  rows(130, (i) => [...around(i, i % 65), i % 65]),
  rows(300, (i) => [...around(i, i % 3), 'abc'[i % 3]]),
  'sep=;\n;label;x1;x2\n0;True;1,5;\u22122\n1;False;0;1\n2;True;1;1\n',
  '5.1,3.5,1.4,0.2,setosa\n7.0,3.2,4.7,1.4,versicolor\n6.3,3.3,6.0,2.5,virginica\n',
  '1e308,-1e308,0\n-1e308,1e308,1\n1e-320,0,1\n',
  '1e150,2,0\n3,1e150,1\n',
  '9007199254740993,1,0\n9007199254740992,1,1\n',
  '1e999,0,1\n0,0,0\n',
  '0,0,0\n0,0,1\n0,0,0\n',
  '1,2,0\n',
  'nan,1,0\ninf,2,1\n',
  'a,b\n1,2\n3,4\n',
  '1,2,3,4\n1,2\n,,,\n',
  '"unclosed,1,0\n2,3,1',
  '<b>x</b>,<i>y</i>,<script>1</script>\n1,2,💥\n2,1,\u202e\n',
  '\ufeff1\t2\t0\r2\t1\t1\r',
  '',
  '\n\n\n',
  '\0\u0001\u0002',
];

const blobs = { kind: 'blobs', n_samples: 60, centers: '-1,0;1,0' };

export const sessions = [
  { version: 1 },
  { version: 1, data: { kind: 'xor' }, model: { layers: [2, 4, 1] } },
  {
    version: 1,
    data: { kind: 'moons', n_samples: 50 },
    model: { manual_seed: 7 },
    edits: [{ step: 3, set: { 'train.lr': 0.5 } }],
  },
  { version: 1, data: { kind: 'spirals' }, model: { layers: [2, 8, 8, 1], activation: 'relu' }, queries: [[0, 0]] },
  '{"version": 1, "model": {"manual_seed": 18446744073709551615}}',
  { version: 1, data: blobs },
  { version: 2 },
  { version: 1, edits: [{ step: -1 }] },
  { version: 1, edits: [{ step: 1e300, addPoint: { x: [0, 0], y: 1 } }] },
  { version: 1, train: { lr: 1e300, epochs: 1e300 } },
  { version: 1, model: { layers: [2, 1e9, 1] } },
  { version: 1, title: 'A lesson', steps: [{ say: 'Look' }, { say: 'And here', scene: 'preset=xor', goal: 'loss < 0.3' }] },
  { version: 1, title: 'No lesson', steps: 3 },
  '{',
  '[]',
  'null',
  '{"data": {"kind": "blobs"',
].map((session) => (typeof session === 'string' ? session : JSON.stringify(session)));
