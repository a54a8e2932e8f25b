export namespace Units {
  export function metres(feet: number): number {
    return feet * 0.3048;
  }

  export function litres(gallons: number): number {
    return gallons * 3.785;
  }

  export function grams(ounces: number): number {
    return ounces * 28.35;
  }
}
