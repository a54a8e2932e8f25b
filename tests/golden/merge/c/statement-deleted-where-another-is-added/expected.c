void stop(struct loop *l)
{
    l->running = 0;
<<<<<<< left
=======
    wake(l);
    drain(l);
>>>>>>> right
    join(l);
}
