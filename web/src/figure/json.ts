// JSON in pages whose library gives all arrays a toJSON of its own, as Prototype.js before 1.7.

type Replacer = (this: Record<string, unknown>, key: string) => unknown;

/** A value as JSON, with no regard to such a library. */
export const json = (value: unknown): string =>
  JSON.stringify(
    value,
    ([] as { toJSON?: Replacer }).toJSON &&
      function (key) {
        return this[key];
      },
  );
