// What a server gets when it imports the package to render a page: the element itself is defined only in browsers.
export class PerceptronLab {}
