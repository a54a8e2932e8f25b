import os
<<<<<<< left
import simplejson as json
=======
import ujson as json
>>>>>>> right

print(os.name)
