class Resolver {
    void answer(Context found, Response response) {
        Context own = own();
        if (found == own) {
            own.finish(own.channel(), response);
        } else {
            response.release();
        }
    }
}
