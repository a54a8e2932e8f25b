export function parse(body) {
<<<<<<< left
  const user = { displayName: body.first, age: Number(body.age) };
  if (!user.displayName) {
    throw new Error('none');
  }
  check(user);
=======
  const user = { fullName: body.first, age: Number(body.age) };
  if (!user.fullName) {
    throw new Error('none');
  }
  check(user);
  log(user.fullName);
>>>>>>> right
  return user;
}
