first <- data[j]
last <- data[n]
