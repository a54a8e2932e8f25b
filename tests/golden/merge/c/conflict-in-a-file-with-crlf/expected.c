<<<<<<< left
int limit = 20;
=======
int limit = 15;
>>>>>>> right

int main(void)
{
    return limit;
}
