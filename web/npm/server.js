// What a server gets that imports the package to render a page: the element itself is defined in browsers alone.
export class PerceptronLab {}
