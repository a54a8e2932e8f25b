export function parse(body) {
  const user = { displayName: body.first, age: Number(body.age) };
  if (!user.displayName) {
    throw new Error('none');
  }
  check(user);
  return user;
}
