pub trait Visit: Clone + Debug + Send {
    fn visit(&self, each: &mut dyn FnMut(u64) -> bool);
}

fn load<R: Read + Unpin>(mut reader: R) -> Box<dyn Visit + Send + Unpin> {
    Box::new(Loaded::of(&mut reader))
}
