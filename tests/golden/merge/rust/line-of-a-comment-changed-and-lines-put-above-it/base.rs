/// Frames of a byte stream.
///
/// [`Stream`]: tokio::stream::Stream
/// [`Sink`]: futures::Sink
pub struct Framed<T> {
    inner: T,
}
