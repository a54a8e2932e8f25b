pub trait Visit: Debug + Send {
    fn visit(&self, each: &mut dyn FnMut(u64) -> bool);
}

fn load<R: Read>(mut reader: R) -> Box<dyn Visit + Send> {
    Box::new(Loaded::of(&mut reader))
}
