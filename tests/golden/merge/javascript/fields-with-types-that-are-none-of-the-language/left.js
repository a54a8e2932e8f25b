export default class Router {
  static install: () => void;
  app: any;
  hooks: Array<?Guard>;
  match (to?: Location): Array<any> {
    return []
  }
}
