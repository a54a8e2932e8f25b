"""Write door: admit, record, settle, integrate, publish, fan out, recover.  One module each."""
