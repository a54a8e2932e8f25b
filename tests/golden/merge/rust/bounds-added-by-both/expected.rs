pub trait Visit: Clone + Debug + Send + Sync {
    fn visit(&self, each: &mut dyn FnMut(u64) -> bool);
}

fn load<R: Read + Seek + Unpin>(mut reader: R) -> Box<dyn Visit + Send + 'static + Unpin> {
    Box::new(Loaded::of(&mut reader))
}
