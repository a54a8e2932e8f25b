export default class Router {
  app: any;
  match (to?: Location): Array<any> {
    return []
  }
}
