let find key table =
  let hash = Hashtbl.seeded_hash 7 key in
  List.assoc hash table

let mem key table = List.mem_assoc key table
