const QUERY: &str = r#"select "id" from users"#;

fn main() {}
