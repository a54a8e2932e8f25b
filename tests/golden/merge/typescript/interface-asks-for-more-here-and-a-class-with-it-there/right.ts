interface Repo {
  find(id: string): User;
}

class A implements Repo {
  find(id: string): User {
    return one(id);
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
