// A style sheet imported by a script is its bundled text.
declare module '*.css' {
  const text: string;
  export default text;
}
