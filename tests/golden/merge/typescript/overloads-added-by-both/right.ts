export function parse(input: string): Value;
export function parse(input: URL): Value;
export function parse(input: any): Value {
  return read(input);
}
