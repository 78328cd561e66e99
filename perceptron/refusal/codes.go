package refusal

// A Code names what may be wanted, with its English text: "wholeFrom: a whole number from {low} to {high}". What is in braces is
// an argument: a text, or {n number}, {keys list} as "a, b, c", {losses choice} as "a, b or c", {each want}. protocolgen makes
// the TypeScript types from them, and web/src/words has a text for each in every other language.
type Code string

// Numbers and texts. A limit is a text if JavaScript's numbers may not hold it.
const (
	Finite        Code = "finite: a finite number"
	Positive      Code = "positive: a positive finite number"
	NotNegative   Code = "notNegative: a finite number, at least 0"
	ZeroOrMore    Code = "zeroOrMore: a finite number, 0 or more"
	Share         Code = "share: a number from 0 to below 1"
	Number        Code = "number: a number"
	TrueOrFalse   Code = "trueOrFalse: true or false"
	NumberFrom    Code = "numberFrom: a number from {low} to {high}"
	WholeFrom     Code = "wholeFrom: a whole number from {low} to {high}"
	Pair          Code = "pair: [x, y], each {each want}"
	OneOf         Code = "oneOf: one of {words list}"
	EitherOf      Code = "eitherOf: {words choice}"
	Exactly       Code = "exactly: {word}"
	Probability   Code = "probability: a probability above 0 and below 1"
	Colour        Code = "colour: #rrggbb"
	NotUTF16      Code = "notUTF16: text in UTF-8, not UTF-16"
	UTF8          Code = "utf8: text in UTF-8"
	NameWithin    Code = "nameWithin: at most {max number} characters on one line"
	NumberedNames Code = "numberedNames: number:name, joined by ';'"
	NotJSON       Code = "notJSON: not JSON: {problem}"
)

// Lists, objects and their keys.
const (
	List          Code = "list: a list"
	Value         Code = "value: a value"
	ValueIn       Code = "valueIn: a value; this is {object want}"
	Object        Code = "object: an object"
	ObjectOf      Code = "objectOf: an object of {keys list}"
	TrainObject   Code = "trainObject: an object of train keys"
	EditObject    Code = "editObject: an object with step and one of {kinds list}"
	NoSuchKey     Code = "noSuchKey: no such key, but one of {keys list}"
	NoSuchPart    Code = "noSuchPart: no such key, but {keys choice}"
	NoSuchKeyIn   Code = "noSuchKeyIn: no such key; this is {object want}"
	NoSuchChange  Code = "noSuchChange: no such key; an edit is an object with step and one of {kinds list}"
	NoSuchLinkKey Code = "noSuchLinkKey: no such key, but those of a scene's data, model and train, queries, edits or preset"
	Once          Code = "once: this key only once"
)

// How the values of a scene fit together.
const (
	Layers          Code = "layers: 2 inputs, up to {hidden number} hidden layers of 1 to {units number} units, 1 to {outputs number} outputs"
	LossOfOne       Code = "lossOfOne: {losses choice} for one output, or 2 outputs or more (model.layers)"
	LossOfMore      Code = "lossOfMore: {losses choice} for {outputs number} outputs, or 1 output (model.layers)"
	Momentum        Code = "momentum: train.momentum above 0 with it"
	ClassesWithin   Code = "classesWithin: at most {max number} classes for this network; model.layers ends with the number of classes"
	Centers         Code = "centers: at least one [x, y]"
	LabelsOf        Code = "labelsOf: one for each point of data.x, {points number} in all"
	SpiralsFrom     Code = "spiralsFrom: at least {least number} for spirals"
	PointsToTrainOn Code = "pointsToTrainOn: at least one point left to train on, of {points number} in all"
	AtMost          Code = "atMost: at most {max number}"
	PointsWithin    Code = "pointsWithin: at most {max number} points"
	TwoClasses      Code = "twoClasses: 0 or 1: baselines tell two classes apart"
	EpochsToEnd     Code = "epochsToEnd: at least 1, for the script to end"
	AnyPoint        Code = "anyPoint: at least one to train on"
)

// Edits.
const (
	StepsInOrder   Code = "stepsInOrder: steps from 0 on, in order"
	IndexTo        Code = "indexTo: an index from 0 to {last number}"
	NoneThere      Code = "noneThere: nothing: there is none"
	LabelTo        Code = "labelTo: a label from 0 to {last number}"
	NoLabel        Code = "noLabel: no label: a query has none"
	FiniteNumbers  Code = "finiteNumbers: finite numbers"
	ParameterLists Code = "parameterLists: {n number}: weight, bias, weight, bias …"
	WeightsOf      Code = "weightsOf: {n number}: the weight of a layer from {inputs number} to {outputs number}"
	BiasesOf       Code = "biasesOf: {n number}: the bias of a layer from {inputs number} to {outputs number}"
	EditForm       Code = "editForm: step:{change}:{values}"
	EditForms      Code = "editForms: step:{change}:{values} or {more}"
	EditChange     Code = "editChange: step:change:values, where change is {kinds choice}"
)

// Tables.
const (
	ThreeColumns     Code = "threeColumns: 3 columns: x1, x2 and a class"
	Columns          Code = "columns: {n number} columns"
	ColumnOf         Code = "columnOf: a column of the table: {names list}"
	DifferentColumns Code = "differentColumns: three columns, each once"
	ClassCell        Code = "classCell: a class"
	ClassNames       Code = "classNames: at most {max number} classes"
	RowsWithin       Code = "rowsWithin: at most {max number} rows"
	LineWithin       Code = "lineWithin: a line of at most {max number} bytes"
	AnyRow           Code = "anyRow: at least one row of x1, x2 and a class"
	TableRead        Code = "tableRead: a table that has been read"
	QuotedCell       Code = `quotedCell: a quoted cell that ends with ", quotes in it doubled`
	BareCell         Code = `bareCell: a cell without ", or one that is quoted as a whole, quotes in it doubled`
)

// What is asked of an existing run.
const (
	RunWithEnd  Code = "runWithEnd: a run that has an end"
	SpeedWithin Code = "speedWithin: more than 0 and at most {max number}"
	StepTo      Code = "stepTo: one from 0 to {farthest number}, which is as far as the run has come"
	SceneOrLink Code = "sceneOrLink: a scene, with points or without, or else a link"
	OneOutput   Code = "oneOutput: a model with one output"
	FiniteLoss  Code = "finiteLoss: logits of a finite loss"
	PlaceInList Code = "placeInList: a place, 0 or more"
	UnitOf      Code = "unitOf: one of a network of {layers}"
	Tool        Code = "tool: {tools list}, or add0 to {last}"
	Command     Code = "command: want a type, one of {words list}"
)

// What comes from elsewhere, such as a JSON parser, in its own words.
const (
	Said Code = "said: {text}"
)
