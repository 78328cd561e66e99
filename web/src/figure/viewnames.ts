/** What a figure may show below its plane, in that order: each has a file of its own (../element/views). */
export const viewNames = ['neuron', 'sigmoid', 'cost', 'pushes', 'weights', 'hidden'] as const;

export type ViewName = (typeof viewNames)[number];
