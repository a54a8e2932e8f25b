let lookup key table =
  let hash = Hashtbl.hash key in
  List.assoc hash table

let mem key table = List.mem_assoc key table
