def run(user)
  if !user.admin?
    audit(user, :run)
  end
  save(user)
end
