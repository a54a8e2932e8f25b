class Resolver {
    void answer(Context found, Response response) {
        Context own = own();
        if (found == own) {
            own.finish(response);
        } else {
            response.release();
        }
    }
}
