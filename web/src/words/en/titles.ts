// What the views that say why are called, in English: on the page's cards from the start, and in the views.

export const neuronTitle = 'The neuron now';
export const networkTitle = 'The network now';
export const hiddenTitle = 'The plane as hidden units see it';
export const stepTitle = 'One [step](step), slowly';
/** The same where it has no stages. */
export const pushesTitle = 'Who [pushes](push) in the next [step](step)';
export const landscapeTitle = 'Loss landscape';
export const sigmoidTitle = 'From z to a [probability](p)';
export const stepSigmoidTitle = 'From z to a [class](class)';
export const costTitle = 'What a mistake costs';
