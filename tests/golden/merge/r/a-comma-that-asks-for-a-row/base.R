first <- data[i]
last <- data[n]
