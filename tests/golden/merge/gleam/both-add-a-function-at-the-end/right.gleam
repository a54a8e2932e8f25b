import gleam/io
import gleam/list
import gleam/option.{type Option, None}

/// A user of the shop.
pub type User {
  User(name: String, age: Int)
  Guest
}

const limit = 10

pub fn greet(user: User) -> String {
  case user {
    User(name, _) -> "hi " <> name
    Guest -> "hi"
  }
}

fn double(x: Int) -> Int {
  x * 2
}

fn half(x: Int) -> Int {
  x / 2
}
