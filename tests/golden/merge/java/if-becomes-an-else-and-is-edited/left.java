class Resolver {
    void answer(Context found, Response response) {
        Context own = own();
        if (found != null && found.isDone()) {
            logger.debug("too late");
        } else if (found == own) {
            own.finish(own.channel(), response);
        } else {
            response.release();
        }
    }
}
