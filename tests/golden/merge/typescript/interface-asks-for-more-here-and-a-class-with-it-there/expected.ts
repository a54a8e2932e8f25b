interface Repo {
  find(id: string): User;
  save(u: User): void;
}

class A implements Repo {
  find(id: string): User {
    return one(id);
  }

  save(u: User): void {
    put(u);
  }
}

class B implements Repo {
  find(id: string): User {
    return two(id);
  }

  save(u: User): void {
    keep(u);
  }
}
