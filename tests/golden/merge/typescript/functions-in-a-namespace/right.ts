export namespace Units {
  export function metres(feet: number): number {
    return feet * 0.3048;
  }

  export function grams(ounces: number): number {
    return ounces * 28.35;
  }
}
