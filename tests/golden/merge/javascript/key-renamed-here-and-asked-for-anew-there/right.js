export function parse(body) {
  const user = { fullName: body.first, age: Number(body.age) };
  if (!user.fullName) {
    throw new Error('none');
  }
  check(user);
  log(user.fullName);
  return user;
}
