class Adapter extends Base {

    /**
     * Passes it on to the next handler.
     */
    @Skip
    @Override
    public void connect(Context context, Address address) throws Exception {
        context.connect(address);
    }

    /**
     * Passes it on to the next handler.
     */
    @Skip
    @Override
    public void bind(Context context, Address address) throws Exception {
        context.bind(address);
    }

    /**
     * Passes it on to the next handler.
     */
    @Skip
    @Override
    public void close(Context context) throws Exception {
        context.close();
    }
}
