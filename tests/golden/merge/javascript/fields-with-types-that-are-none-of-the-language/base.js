export default class Router {
  static install: () => void;
  app: any;
  match (to?: Location): Array<any> {
    return []
  }
}
