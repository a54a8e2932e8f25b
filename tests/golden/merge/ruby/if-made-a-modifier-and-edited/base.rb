def run(user)
  if !user.admin?
    audit(user)
  end
  save(user)
end
