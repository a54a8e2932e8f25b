const QUERY: &str = r#"select "id" from accounts"#;

fn main() {}
