pub trait Visit: Debug + Send + Sync {
    fn visit(&self, each: &mut dyn FnMut(u64) -> bool);
}

fn load<R: Read + Seek>(mut reader: R) -> Box<dyn Visit + Send + 'static> {
    Box::new(Loaded::of(&mut reader))
}
