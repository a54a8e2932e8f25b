const QUERY: &str = r#"select "id", "name" from users"#;

fn main() {}
