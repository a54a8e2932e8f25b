export default class Router {
  app: any;
  hooks: Array<?Guard>;
  match (to?: Location): Array<any> {
    return []
  }
}
