<<<<<<< left
const QUERY: &str = r#"select "id", "name" from users"#;
=======
const QUERY: &str = r#"select "id" from accounts"#;
>>>>>>> right

fn main() {}
