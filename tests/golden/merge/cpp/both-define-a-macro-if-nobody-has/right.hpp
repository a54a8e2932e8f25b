#pragma once

#ifndef USE_A
    #define USE_A 1
#endif

#ifndef USE_B
    #define USE_B 0
#endif

#ifndef USE_D
    #define USE_D 1
#endif

int f(int a);
