import React, { useEffect, useState } from "react";

export const App = () => <p>{useState(1)[0]}</p>;

export const useTitle = (title) => useEffect(() => setTitle(title));
